internal import ResyDomain
internal import CCurl

/// The cookies that survive a request, in a libcurl share. Engine thread only, so the share needs no locks.
final class CookieJar {
    private let hosts: [String]
    private let share: UnsafeMutableRawPointer?

    init(hosts: [String]) {
        self.hosts = hosts.map { $0.lowercased() }
        share = hosts.isEmpty ? nil : curl_share_init()
        if let share { _ = resy_share_setopt_long(share, CURLSHOPT_SHARE, Int(CURL_LOCK_DATA_COOKIE.rawValue)) }
    }

    /// Every handle that used the share must be gone by now; libcurl refuses otherwise, which leaks and no more.
    deinit {
        if let share { curl_share_cleanup(share) }
    }

    /// Gives the handle the jar, if its host is one of the jar's; true when it did.
    func lend(to easy: borrowing EasyHandle, for target: Target) throws(TransportError) -> Bool {
        guard let share, target.isWithin(hosts) else { return false }
        try easy.set(CURLOPT_SHARE, share)
        try easy.set(CURLOPT_COOKIEFILE, "")  // switches the cookie engine on, reads nothing
        return true
    }

    func add(_ lines: [Secret]) {
        guard let share, let easy = try? EasyHandle(), (try? easy.set(CURLOPT_SHARE, share)) != nil else { return }
        for line in lines {
            let text = line.reveal()
            // libcurl takes words such as ALL and FLUSH here as orders, and `Set-Cookie:` lines for any host.
            guard belongsHere(text) else { continue }
            try? easy.set(CURLOPT_COOKIELIST, text)
        }
    }

    var lines: [Secret] {
        guard let share, let easy = try? EasyHandle(), (try? easy.set(CURLOPT_SHARE, share)) != nil else { return [] }
        var list: UnsafeMutablePointer<curl_slist>?
        guard resy_getinfo_slist(easy.raw, CURLINFO_COOKIELIST, &list) == CURLE_OK else { return [] }
        defer { curl_slist_free_all(list) }
        var lines: [Secret] = []
        var node = list
        while let entry = node {
            if let data = entry.pointee.data {
                let text = String(cString: data)
                if belongsHere(text) { lines.append(Secret(text)) }
            }
            node = entry.pointee.next
        }
        return lines
    }

    /// A Netscape line (domain, tail match, path, secure, expires, name, value) of one of the hosts.
    private func belongsHere(_ line: String) -> Bool {
        guard !line.utf8.contains(where: { $0 == 10 || $0 == 13 || $0 == 0 }) else { return false }
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 7, var domain = fields.first?.lowercased()[...] else { return false }
        if domain.hasPrefix("#httponly_") { domain = domain.dropFirst("#httponly_".count) }
        if domain.hasPrefix(".") { domain = domain.dropFirst() }
        return hosts.contains { domain == $0 || domain.hasSuffix("." + $0) }
    }
}
