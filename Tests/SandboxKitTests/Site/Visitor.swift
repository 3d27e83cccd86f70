import Foundation

@testable import SandboxKit

/// What a browser sends, without the browser.
struct Visitor {
    let sandbox: Sandbox
    var host: String
    var origin: String?

    /// Whether the site can be served on this machine.
    static let hasReact = (try? SitePages()) != nil

    /// Whether a real one can be sent, over TLS too.
    static let hasBrowser =
        hasReact
        && ["/usr/bin/chromium", "/usr/sbin/nghttpx"].allSatisfy {
            FileManager.default.isExecutableFile(atPath: $0)
        }

    /// At the site's own port, with the API at another.
    static func plain(_ sandbox: Sandbox) -> Visitor {
        let url = sandbox.webURL ?? ""
        return Visitor(sandbox: sandbox, host: url.replacing("http://", with: ""), origin: url)
    }

    /// As what comes through TLS with real names.
    static func named(_ sandbox: Sandbox) -> Visitor {
        Visitor(sandbox: sandbox, host: "resy.com", origin: "https://resy.com")
    }

    var isNamed: Bool { host == "resy.com" }

    func open(_ path: String, headers: [(String, String)] = []) async throws -> RawAnswer {
        try await send("GET", path, host: host, headers: headers)
    }

    /// As the page calls the API.
    func call(
        _ method: String, _ path: String, headers: [(String, String)] = [], form: [(String, String)] = []
    ) async throws -> RawAnswer {
        var all = headers
        all.append(("Authorization", #"ResyAPI api_key="VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5""#))
        if let origin { all += [("Origin", origin), ("X-Origin", origin)] }
        if !form.isEmpty { all.append(("Content-Type", "application/x-www-form-urlencoded")) }
        return try await send(
            method, path, host: isNamed ? "api.resy.com" : "127.0.0.1:\(sandbox.port)", headers: all,
            body: FormText.write(form))
    }

    func logIn(password: String = "correct horse battery") async throws -> RawAnswer {
        try await call(
            "POST", "/3/auth/password", headers: [("X-Sandbox-Page", "1")],
            form: [("email", "sam@example.com"), ("password", password)])
    }

    private func send(
        _ method: String, _ path: String, host: String, headers: [(String, String)], body: String = ""
    ) async throws -> RawAnswer {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: \(host)", "Connection: close"]
        if isNamed { lines.append("X-Forwarded-Proto: https") }
        if !headers.contains(where: { $0.0 == "User-Agent" }) { lines.append("User-Agent: Mozilla/5.0") }
        lines += headers.map { "\($0.0): \($0.1)" }
        lines.append("Content-Length: \(body.utf8.count)")
        return try await LoopbackClient.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body, to: sandbox.port)
    }
}

extension RawAnswer {
    var text: String { String(decoding: body, as: UTF8.self) }

    /// What the page is told.
    var settings: JSONValue? {
        guard let start = text.firstRange(of: #"id="settings">"#)?.upperBound,
            let end = text[start...].firstRange(of: "</script>")?.lowerBound
        else { return nil }
        return JSONValue(parsing: String(text[start..<end]))
    }
}

/// A sandbox with a site, for the time of `body`.
func withSite(_ body: (Sandbox) async throws -> Void) async throws {
    let sandbox = try await Sandbox.start(hasSite: true)
    do { try await body(sandbox) } catch {
        await sandbox.stop()
        throw error
    }
    await sandbox.stop()
}
