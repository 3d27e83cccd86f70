internal import ResyDomain
internal import CCurl

extension EasyHandle {
    /// All that a request asks for and all that holds for each; callbacks, cookies and trace are the transfer's.
    mutating func configure(
        _ request: HTTPRequest, to target: Target, options: CurlEngine.Options
    ) throws(TransportError) {
        try set(CURLOPT_URL, request.url)
        // The address that was checked is the only one asked: no redirect, no other scheme.
        try set(CURLOPT_PROTOCOLS_STR, target.scheme)
        try set(CURLOPT_FOLLOWLOCATION, 0)
        if target.isLoopback { try set(CURLOPT_PROXY, "") }
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)

        try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        // Plain connections carry one request at a time: nothing to share, so nothing to wait for.
        if target.scheme == "https" { try set(CURLOPT_PIPEWAIT, 1) }
        if request.mustNotRepeat {
            // Idle for longer, a connection may be dead without our knowing (a router forgot it, say), and then
            // this request would end with nobody knowing what became of it.
            try set(CURLOPT_MAXAGE_CONN, 30)
        }
        try set(CURLOPT_TCP_NODELAY, 1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_ACCEPT_ENCODING, "")
        try configureTrust(options.caBundle)
        try configureLimits(request, options)
        try configureMethod(request)
    }

    func configureTrust(_ caBundle: String?) throws(TransportError) {
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        guard let caBundle else { return }
        try set(CURLOPT_CAINFO, caBundle)
        try set(CURLOPT_PROXY_CAINFO, caBundle)
        // Without this Debian's libcurl would go on trusting its own folder beside the chosen file.
        try set(CURLOPT_CAPATH, String?.none)
        try set(CURLOPT_PROXY_CAPATH, String?.none)
    }

    private func configureLimits(_ request: HTTPRequest, _ options: CurlEngine.Options) throws(TransportError) {
        try set(CURLOPT_NOSIGNAL, 1)
        // A name that is still being looked up must not hold up the thread when its request is cancelled.
        try set(CURLOPT_QUICK_EXIT, 1)
        // The limit for the whole of it is the engine's.
        try set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(options.connectLimit))
        try set(CURLOPT_LOW_SPEED_LIMIT, 1)
        try set(CURLOPT_LOW_SPEED_TIME, max(options.stallLimit, 1))
    }

    private func milliseconds(_ seconds: Double) -> Int {
        seconds.isFinite ? Int(min(max(seconds * 1000, 1), 86_400_000)) : 86_400_000
    }

    private mutating func configureMethod(_ request: HTTPRequest) throws(TransportError) {
        let size = request.headers.reduce(64) { $0 + $1.name.utf8.count + $1.value.utf8.count + 3 }
        var lines = HeaderLines(reserving: size)
        defer { lines.wipe() }
        for (name, value) in request.headers { try lines.append(name, value) }
        switch request.method {
        case .get: try set(CURLOPT_HTTPGET, 1)
        case .post: try set(CURLOPT_POST, 1)
        case .delete: try set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        }
        if let body = request.body ?? (request.method == .post ? [] : nil) {
            try setBody(body)
            // Turned into a POST by its body; the word on the line stays what was asked for.
            try set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
            lines.leaveOut("Expect")  // no round trip before the body
            if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
                lines.leaveOut("Content-Type")  // libcurl would call any body a form
            }
        }
        try setHeaders(lines)
    }
}
