/* Before anything is drawn: there is a script, one view is shown at a time. */
document.documentElement.classList.add("js");
