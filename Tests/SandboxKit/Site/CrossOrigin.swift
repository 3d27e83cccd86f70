internal import Foundation

/// The `Access-Control-…` side of one request to the API.
struct CrossOrigin {
    /// Only the simulated page sends it, so that programs with a browser's headers can be told from it.
    static let pageHeader = "x-sandbox-page"
    static let allowedHeaders = [
        "accept", "authorization", "cache-control", "content-type", pageHeader, "x-origin", "x-resy-auth-token",
        "x-resy-universal-auth",
    ]

    /// Nil unless the request is a page's whose origin may read the answer.
    private let origin: String?

    init(headers: [String: String], hosts: SiteHosts) {
        origin = headers["origin"].flatMap { hosts.allows(origin: $0) ? $0 : nil }
    }

    /// `asked`: the `Access-Control-Request-Headers`.
    func preflight(asked: String?) -> Reply {
        var reply = Reply(204, text: "")
        let asked = (asked ?? "").lowercased().split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        guard origin != nil, Set(asked).isSubset(of: Self.allowedHeaders) else { return reply }
        allow(&reply)
        reply.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS")
        reply.setHeader("Access-Control-Allow-Headers", Self.allowedHeaders.joined(separator: ", "))
        return reply
    }

    /// What the service itself says may be read; what its edge says, and a refused refresh, may not.
    func open(_ reply: inout Reply, _ endpoint: Endpoint) {
        guard reply.json != nil, !(endpoint == .authRefresh && reply.status >= 400) else { return }
        allow(&reply)
    }

    private func allow(_ reply: inout Reply) {
        guard let origin else { return }
        reply.setHeader("Access-Control-Allow-Origin", origin)
        reply.setHeader("Access-Control-Allow-Credentials", "true")
        reply.setHeader("Vary", "Origin")
    }
}

extension Reply {
    /// Browsers keep `SameSite=None` only with `Secure`, and `Secure` only from https.
    mutating func allowPlainCookies() {
        guard let cookie = headers.first(where: { $0.name == "Set-Cookie" })?.value else { return }
        setHeader("Set-Cookie", cookie.replacing("; Secure", with: "").replacing("; SameSite=None", with: ""))
    }
}
