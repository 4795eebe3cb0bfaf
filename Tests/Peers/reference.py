"""The peers of the Webhooks tests: PyPI's standardwebhooks and Python's own json, asked over standard input.

Usage: reference.py sign|verify|json, one JSON array (sign, verify) or one line of hexadecimal (json) a case.
"""
import datetime
import json
import sys

INT64 = range(-(2**63), 2**63)


def sign(case):
    from standardwebhooks import Webhook
    secret, msg_id, timestamp, body = case
    moment = datetime.datetime.fromtimestamp(timestamp, tz=datetime.timezone.utc)
    return Webhook(secret).sign(msg_id, moment, body)


def verify(case):
    from standardwebhooks import Webhook
    secret, headers, body = case
    try:
        Webhook(secret).verify(body, headers)
        return "genuine"
    except json.JSONDecodeError:
        return "genuine"
    except Exception as error:
        return type(error).__name__


def unique(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("two equal keys")
    return dict(pairs)


def constant(name):
    raise ValueError(name)


def number(text):
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise ValueError("outside a double")
    return value


def integer(text):
    value = int(text)
    if value not in INT64:
        raise ValueError("outside 64 bits")
    return value


def inspect(value, depth):
    """What RFC 7493 forbids in values that Python reads."""
    if isinstance(value, str):
        value.encode("utf-8")
        if "\0" in value:
            raise ValueError("NUL")
    elif isinstance(value, (dict, list)):
        if depth > 32:
            raise ValueError("too deep")
        for child in value if isinstance(value, list) else [*value.keys(), *value.values()]:
            inspect(child, depth + 1)


def accepts(line):
    try:
        text = bytes.fromhex(line).decode("utf-8")
        if "\0" in text:
            raise ValueError("NUL")
        value = json.loads(text, object_pairs_hook=unique, parse_constant=constant, parse_float=number,
                           parse_int=integer)
        inspect(value, 1)
        return True
    except (ValueError, RecursionError):
        return False


for line in sys.stdin:
    if sys.argv[1] == "json":
        print("yes" if accepts(line.strip()) else "no")
    else:
        print({"sign": sign, "verify": verify}[sys.argv[1]](json.loads(line)))
