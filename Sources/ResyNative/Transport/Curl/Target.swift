internal import ResyDomain
internal import CCurl

/// Where a URL leads, as libcurl itself reads it, so that what is checked is what is connected to.
struct Target: Equatable {
    let scheme: String
    /// Lower case, an IPv6 address without its brackets.
    let host: String
    /// This machine by its address or by the one name that libcurl never asks DNS for.
    let isLoopback: Bool

    /// Throws `.badRequest` for what may not be asked: anything but https, plain http to another machine, a name
    /// and password in the URL.
    init(_ url: String) throws(TransportError) {
        guard let handle = curl_url() else { throw .outOfMemory }
        defer { curl_url_cleanup(handle) }
        guard curl_url_set(handle, CURLUPART_URL, url, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK else {
            throw .badRequest("not a URL that can be asked")
        }
        func part(_ name: CURLUPart) -> String? {
            var text: UnsafeMutablePointer<CChar>?
            guard curl_url_get(handle, name, &text, 0) == CURLUE_OK, let text else { return nil }
            defer { curl_free(text) }
            return String(cString: text)
        }
        guard let scheme = part(CURLUPART_SCHEME), let named = part(CURLUPART_HOST) else {
            throw .badRequest("a URL without scheme or host")
        }
        guard part(CURLUPART_USER) == nil, part(CURLUPART_PASSWORD) == nil else {
            throw .badRequest("a URL with a user name or password in it")
        }
        self.scheme = scheme
        host = named.hasPrefix("[") ? String(named.dropFirst().dropLast()) : named.lowercased()
        isLoopback = Self.isLoopback(host)
        switch scheme {
        case "https": break
        case "http" where isLoopback: break
        case "http": throw .badRequest("plain http to \(host): only https is allowed beyond this machine")
        default: throw .badRequest("scheme \(scheme): only https is allowed")
        }
    }

    private static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        guard host.begins(with: "127.") else { return false }
        let octets = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return octets.count == 4 && octets.allSatisfy { UInt8(Substring($0)) != nil }
    }

    /// True where the host is one of these domains or below one.
    func isWithin(_ domains: [String]) -> Bool {
        domains.contains { host == $0 || host.hasSuffix("." + $0) }
    }
}
