"""The commands of `zhengming`, one a file."""
