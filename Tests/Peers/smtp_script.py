"""An SMTP server that fails at one stated point; writes each command it hears to a file."""
import socket
import struct
import threading


class Dropped(Exception):
    pass


def start(log, fault):
    """FAULT is `STAGE=REPLY`, with stages connect, ehlo, mail, rcpt, data, dot, and replies a line to send, `drop`
    (reset the connection) or `hang` (never answer); `body=drop` resets in the middle of the letter; `second=...` means
    MAIL of the second letter on a connection; `none` fails at nothing. Returns the port.
    """
    stage, _, reply = fault.partition("=")

    def serve(connection):
        stream = connection.makefile("rb")
        letters = 0

        def answer(here, line):
            if here == stage:
                if reply == "drop":
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    raise Dropped()
                if reply == "hang":
                    stream.read()
                    raise Dropped()
                line = reply
            connection.sendall((line + "\r\n").encode())

        try:
            log.write("CONNECT\n")
            answer("connect", "220 peer")
            while line := stream.readline():
                command = line.decode().strip()
                verb = command.split(" ")[0].upper()
                log.write(command + "\n")
                if verb == "EHLO":
                    answer("ehlo", "250-peer\r\n250 8BITMIME")
                elif verb == "MAIL":
                    answer("second" if letters == 1 else "mail", "250 sender ok")
                elif verb == "RCPT":
                    answer("rcpt", "250 recipient ok")
                elif verb == "DATA":
                    answer("data", "354 go on")
                    if stage == "data":
                        continue
                    if stage == "body":
                        stream.read(1000)
                        answer("body", "")
                    while stream.readline() not in (b".\r\n", b""):
                        pass
                    log.write("DOT\n")
                    letters += 1
                    answer("dot", "250 2.0.0 kept")
                elif verb == "QUIT":
                    connection.sendall(b"221 bye\r\n")
                    break
                else:
                    connection.sendall(b"250 ok\r\n")
        except (Dropped, OSError):
            log.write("DROP\n")
        finally:
            stream.close()
            connection.close()

    def listen():
        while True:
            threading.Thread(target=serve, args=[listener.accept()[0]], daemon=True).start()

    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    threading.Thread(target=listen, daemon=True).start()
    return listener.getsockname()[1]
