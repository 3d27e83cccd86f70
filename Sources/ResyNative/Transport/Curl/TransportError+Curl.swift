internal import ResyDomain
internal import CCurl

extension TransportError {
    /// What libcurl's code means here. Its own words are used only where they are constants: its error buffer
    /// quotes the peer.
    init(_ code: CURLcode, host: String, isSent: Bool, head: AnswerHead, easy: borrowing EasyHandle) {
        let words = String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_OPERATION_TIMEDOUT: self = .timedOut(sent: isSent)
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .cannotResolve(host: host)
        case CURLE_COULDNT_CONNECT where !isSent: self = .cannotConnect(host: host)
        case CURLE_SSL_CONNECT_ERROR where !isSent: self = .tls(host: host, reason: "the handshake failed")
        case CURLE_PEER_FAILED_VERIFICATION where !isSent:
            self = .tls(host: host, reason: Self.verdict(easy.long(CURLINFO_SSL_VERIFYRESULT)))
        case CURLE_SSL_CACERT_BADFILE where !isSent:
            self = .tls(host: host, reason: "the file of trusted certificates cannot be read")
        case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_CLIENTCERT, CURLE_USE_SSL_FAILED:
            self = isSent ? .connectionLost(sent: true) : .tls(host: host, reason: words)
        case CURLE_OUT_OF_MEMORY where isSent && head.final == nil:
            // 7.88 says so of a line longer than its own buffer takes.
            self = .headersTooLarge
        case CURLE_OUT_OF_MEMORY where !isSent: self = .outOfMemory
        case CURLE_URL_MALFORMAT where !isSent: self = .badRequest(words)
        case CURLE_PARTIAL_FILE where head.final == nil:
            // So 7.88 calls an HTTP/2 connection that ends before the answer.
            self = .connectionLost(sent: isSent)
        case CURLE_PARTIAL_FILE, CURLE_BAD_CONTENT_ENCODING, CURLE_WEIRD_SERVER_REPLY, CURLE_WRITE_ERROR,
            CURLE_UNSUPPORTED_PROTOCOL:
            self = isSent ? .malformed(words) : .badRequest(words)
        default: self = .connectionLost(sent: isSent)
        }
    }

    /// OpenSSL's reasons by number (`x509_vfy.h`), in words for whoever must mend it.
    private static func verdict(_ number: Int) -> String {
        switch number {
        // libcurl compares names itself, after OpenSSL: it leaves its own first value, 1 in 7.88, behind.
        case 0, 1, 62: "the certificate is not for this host"
        case 9: "the certificate is not valid yet"
        case 10: "the certificate has expired"
        case 18: "the certificate is self-signed"
        case 66, 67, 68: "the certificate's key or signature is too weak"
        case 2, 19, 20, 21: "the certificate is not from an authority that is trusted here"
        default: "the certificate was refused (OpenSSL reason \(number))"
        }
    }
}
