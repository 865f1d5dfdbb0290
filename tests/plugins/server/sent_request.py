"""A real HTTP request to a real server: as a plug-in sends it, or changed, as a browser or another program would send it."""

import http.client

from plugins.protocol import PlugRequest, Verb, request_bytes


def send(up, method="POST", path="/v1/plug", *, body=None, drop=(), **changed):
    """Sends what a plug-in would, changed; returns status, headers and what was told."""
    data = request_bytes(PlugRequest(Verb.RATE, (str(up.photos / "a.jpg"),))) if body is None else body
    headers = {
        "Host": f"127.0.0.1:{up.state.port}",
        "Content-Type": "application/json",
        "Authorization": f"Bearer {up.state.token}",
        "Content-Length": str(len(data)),
    } | {name.replace("_", "-"): value for name, value in changed.items()}
    connection = http.client.HTTPConnection("127.0.0.1", up.state.port, timeout=20)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            if name not in drop:
                connection.putheader(name, value)
        connection.endheaders(data)
        response = connection.getresponse()
        told = response.read()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, told
    finally:
        connection.close()
