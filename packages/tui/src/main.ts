process.stderr.write("single-window: no sub-command yet\n")
process.exitCode = 2
