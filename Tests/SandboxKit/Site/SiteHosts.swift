/// Which host is which: by name behind TLS, by port on plain loopback, by path where one address serves both.
struct SiteHosts: Sendable {
    enum Place: Equatable { case page, api, captcha }

    static let web = "resy.com"
    static let api = "api.resy.com"
    static let captcha = "captcha.example.test"
    /// What a browser that knows only loopback must find there.
    static let names = [web, "www." + web, api, captcha]

    /// What the certificate names beside loopback.
    static let certified = [web, "*." + web, captcha]

    var apiPort: UInt16 = 0
    var webPort: UInt16 = 0

    static func isWeb(_ host: String) -> Bool { host == web || host == "www." + web }

    /// `host` as the `Host` header says it; `path` without the query.
    func place(host: String, path: String) -> Place {
        if host == Self.api { return .api }
        if path.hasPrefix("/widget") { return .captcha }
        if Self.isWeb(host) || host.hasSuffix(":\(webPort)") { return .page }
        let first = path.split(separator: "/", maxSplits: 1).first ?? ""
        return Int(first) != nil || first == "v1" ? .api : .page
    }

    /// Where the page at `host` finds the API.
    func apiURL(for host: String, secure: Bool) -> String {
        if Self.isWeb(host) { return "https://" + Self.api }
        guard host.hasSuffix(":\(webPort)") else { return (secure ? "https://" : "http://") + host }
        return "http://" + host.dropLast("\(webPort)".count) + "\(apiPort)"
    }

    /// A challenge from another site than that of the page at `host`.
    func captchaURL(for host: String, secure: Bool) -> String {
        if Self.isWeb(host) { return "https://\(Self.captcha)/widget" }
        let other =
            host.hasPrefix("localhost")
            ? "127.0.0.1" + host.dropFirst("localhost".count)
            : "localhost" + host.drop { $0 != ":" }
        return (secure ? "https://" : "http://") + other + "/widget"
    }

    /// Where the sign-in in a frame is, from another origin than that of the page at `host`.
    func frameURL(for host: String, secure: Bool) -> String {
        if Self.isWeb(host) { return "https://www.\(Self.web)/login-frame" }
        return captchaURL(for: host, secure: secure).replacing("/widget", with: "/login-frame")
    }

    /// Whether pages of `origin` may read what the API answers.
    func allows(origin: String) -> Bool {
        let plain = ["127.0.0.1", "localhost"].map { "http://\($0):\(webPort)" }
        return Self.names.filter(Self.isWeb).contains { origin == "https://" + $0 } || plain.contains(origin)
    }
}
