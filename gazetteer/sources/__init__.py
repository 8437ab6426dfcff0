"""Where entities come from: one reader a file, all into the same `Entity`."""
