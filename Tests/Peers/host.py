"""Starts peers on demand: a JSON array [module, log file, argument ...] a line in, a port a line out.

Ends when its input does, which is when the tests end, however they end.
"""
import importlib
import json
import os
import sys

for line in sys.stdin:
    module, log, *arguments = json.loads(line)
    port = importlib.import_module(module).start(open(log, "w", buffering=1), *arguments)
    print(port, flush=True)
os._exit(0)
