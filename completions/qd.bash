# bash completion (bash 4 or later) for the qd tools.
# Source it, or put it into a folder that bash-completion reads.

# The options of each tool, by hand; tests/docs.bats compares them with --help.
_qd_options() {
	local shared='-h --help -q --quiet -V --version --data --files0-from
		--max-record --strict'

	case $1 in
	qd-split)
		echo "-0 --null --csv --date --date-field -e --encoding --explain
			--id --jsonl --max-article --name --no-relink --rules
			--text --title -u --unit $shared" ;;
	qd-dedupe)
		echo "--apply -c --count --check --contain -d --repeated --filter
			--keys -M --memory --mark --max-article --near -o --only
			--pairs --raw --report --resolve --scope --shard --state
			--tags -u --unit --verify --window $shared" ;;
	qd-ner)
		echo "--convention --keep --lexicon --max-article --min-p
			--no-article --no-model -o --only --probs -t --types $shared" ;;
	qd-numbers)
		echo "--date --keep -o --only -t --types --units $shared" ;;
	qd-fmt)
		echo "--ambiguous --bom --chart --color -f --fields --from --marks
			--out -t --to --title -w --where --width $shared" ;;
	esac
}

# What option $2 of tool $1 may be given; a comma first where it is a list.
_qd_values() {
	case $1:$2 in
	qd-dedupe:--scope)
		echo 'art doc all' ;;
	qd-dedupe:--tags)
		echo ', para sent title kicker subtitle byline subhead caption
			note' ;;
	qd-dedupe:-u | qd-dedupe:--unit)
		echo 'block art' ;;
	qd-split:-e | qd-split:--encoding)
		echo 'GB18030 GBK BIG5 UTF-16' ;;
	qd-split:-u | qd-split:--unit)
		echo "para sent art" ;;
	qd-ner:--convention)
		echo 'qd msra boson cluener resume uner' ;;
	qd-ner:-t | qd-ner:--types)
		echo ', PER POST ORG LOC EVENT PROJ WORK TERM' ;;
	qd-numbers:-t | qd-numbers:--types)
		echo ', money percent count measure ratio ordinal date period
			duration code number' ;;
	qd-fmt:-t | qd-fmt:--to)
		echo 'tsv csv jsonl json md table sql text conll brat doccano
			displacy tei html svg gnuplot rec' ;;
	qd-fmt:--from)
		echo 'tsv csv jsonl brat doccano' ;;
	qd-fmt:--color)
		echo 'never auto always' ;;
	qd-fmt:--chart)
		echo 'bars timeline articles' ;;
	qd-fmt:--ambiguous)
		echo '1 2' ;;
	qd-fmt:-f | qd-fmt:--fields)
		echo ', tag doc loc start end text value attrs basis bound by
			cut date date-from dir dup dup-cover dup-kind dup-span
			hi lo media n of org p place post role si src status
			time unit' ;;
	esac
}

_qd() {
	local tool=${1##*/} cur=$2 prev=$3 values head=

	# --option=value comes as three words.
	if [[ $cur == = ]]; then
		cur=
	elif [[ $prev == = ]]; then
		prev=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	COMPREPLY=()
	if [[ $prev == --data || $prev == --out ]]; then
		mapfile -t COMPREPLY < <(compgen -d -- "$cur")
		return
	fi
	values=$(_qd_values "$tool" "$prev")
	if [[ $values == ,* ]]; then
		values=${values#,}
		if [[ $cur == *,* ]]; then
			head=${cur%,*},
			cur=${cur##*,}
		fi
	elif [[ -z $values && $cur == -* ]]; then
		values=$(_qd_options "$tool")
	fi
	# None: the names of files, by -o default.
	[[ -z $values ]] ||
		mapfile -t COMPREPLY < <(compgen -P "$head" -W "$values" -- "$cur")
}

complete -o default -F _qd qd-split qd-dedupe qd-ner qd-numbers qd-fmt
