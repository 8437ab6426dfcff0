"""Runs the work: the command line, in this process, and Prefect flows for a corpus. No other layer imports prefect."""
