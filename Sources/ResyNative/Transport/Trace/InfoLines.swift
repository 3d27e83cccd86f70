internal import ResyDomain

/// libcurl's own remarks that may be shown. What is not known here is left out: some of them repeat whole request
/// headers (`h2h3 [authorization: …]`), cookies, or a proxy's password.
enum InfoLines {
    private static let starts = [
        "  Trying ", "Trying ", "Connected to ", "Established connection", "Connection #", "Connection died",
        "Re-using existing connection", "Reusing existing", "Found bundle", "Multiplexed connection found",
        "ALPN", "SSL connection using", "Server certificate:", " subject:", " start date:", " expire date:",
        " subjectAltName:", " SSL certificate verify", "TLSv1.", "using HTTP/", "Using HTTP", "Using Stream ID",
        "Closing connection", "connect to ", "Failed to connect", "Could not resolve", "Resolving timed out",
        "Connection timed out", "Operation timed out", "Operation too slow", "Recv failure", "Send failure",
        "Empty reply from server", "transfer closed with", "SSL certificate problem", "SSL: no alternative",
        "SSL: certificate subject name", "OpenSSL SSL_", "REFUSED_STREAM", "HTTP/2 stream", "error setting certificate",
        "Received HTTP/0.9", "operation aborted by pre-request",
    ]

    static func isHarmless(_ line: String) -> Bool {
        starts.contains { line.hasPrefix($0) }
    }
}
