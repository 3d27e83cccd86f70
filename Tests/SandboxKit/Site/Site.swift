/// The web site before the API, and what browsers demand of an API that pages of another origin call.
final class Site: Sendable {
    private let world: World
    private let pages: SitePages
    private let hosts = Guarded(SiteHosts())

    init(world: World) throws {
        self.world = world
        pages = try SitePages()
    }

    /// Known only once both are listening.
    func opened(apiPort: UInt16, webPort: UInt16) {
        hosts.withLock { $0 = SiteHosts(apiPort: apiPort, webPort: webPort) }
    }

    func answer(
        method: String, path: String, rawQuery: String, headers: [String: String], body: [UInt8]
    ) async -> Reply {
        let hosts = hosts.withLock { $0 }
        let host = (headers["host"] ?? "").lowercased()
        let isSecure = headers["x-forwarded-proto"] == "https"
        switch hosts.place(host: host, path: path) {
        case .api:
            let origin = CrossOrigin(headers: headers, hosts: hosts)
            if method == "OPTIONS" {
                let reply = origin.preflight(asked: headers["access-control-request-headers"])
                await world.recordVisit(method, path, rawQuery, headers, status: reply.status)
                return reply
            }
            var reply = await world.answer(
                method: method, path: path, rawQuery: rawQuery, headers: headers, body: body)
            origin.open(&reply, Endpoint(path: path))
            if !isSecure { reply.allowPlainCookies() }
            return reply
        case .captcha:
            let reply = path == "/widget" ? pages.widget : pages.file(path) ?? .page(404, "Not Found")
            await world.recordVisit(method, path, rawQuery, headers, status: reply.status)
            return reply
        case .page:
            let form = method == "POST" ? FormText.parse(String(decoding: body, as: UTF8.self)) : [:]
            let reply = await page(path, headers, hosts, host: host, isSecure: isSecure, form: form)
            await world.recordVisit(method, path, rawQuery, headers, status: reply.status)
            return reply
        }
    }

    private func page(
        _ path: String, _ headers: [String: String], _ hosts: SiteHosts, host: String, isSecure: Bool,
        form: [String: String]
    ) async -> Reply {
        if let file = pages.file(path) { return file }
        // What browsers ask for by themselves is no page.
        if path.hasPrefix("/static/") || path == "/favicon.ico" { return .page(404, "Not Found") }
        let switches = await world.switches
        let site = switches.site
        let isHeadless = headers["user-agent"]?.contains("Headless") ?? false
        var reply: Reply
        if site.blockedPage || (site.refusesHeadless && isHeadless) {
            reply = pages.blockedPage(incident: await world.visits.count + 1)
        } else if site.plainForm {
            reply = pages.plainForm(await world.answerPlainForm(form))
        } else if site.emptyPage {
            reply = pages.empty
        } else {
            let settings: JSONValue = [
                "api": .string(hosts.apiURL(for: host, secure: isSecure)),
                "frame": .string(
                    site.formFrame == .other ? hosts.frameURL(for: host, secure: isSecure) : "/login-frame"),
                "captcha": .string(hosts.captchaURL(for: host, secure: isSecure)),
                "key": .string(switches.apiKey), "switches": JSONValue(encoding: site) ?? [:],
            ]
            reply = pages.page(settings, site.design)
            reply.setHeader("Cache-Control", "no-store")
        }
        let scope = SiteHosts.isWeb(host) ? "; Domain=.resy.com; Secure" : ""
        reply.setHeader("Set-Cookie", "visid_incap_2271891=\(Opaque.text(44)); Path=/; Max-Age=31536000\(scope)")
        reply.setHeader("X-CDN", "Imperva")
        reply.wire.delayMilliseconds += site.htmlDelayMilliseconds
        return reply
    }
}
