internal import ResyDomain

/// A page in a context of its own: its cookies and storage are in memory alone, and end with it.
///
/// Dialogs are answered, frames and workers watched. Methods throw `BrowserError`, or `CancellationError` when the task
/// is cancelled; each has a time limit.
final class BrowserTab: Sendable {
    /// One taker; ends with the page.
    let traffic: AsyncStream<Traffic>

    let connection: CDPConnection
    let session: String
    let children = TabFrames()
    private let context: String
    private let target: String
    private let pump: Task<Void, Never>

    /// One tab for each connection: it takes all its events.
    static func open(on connection: CDPConnection) async throws -> BrowserTab {
        let context = try await connection.call("Target.createBrowserContext", ["disposeOnDetach": true])
            .expected("browserContextId", of: "Target.createBrowserContext")
        let target = try await connection.call(
            "Target.createTarget", ["url": "about:blank", "browserContextId": .string(context)], limit: 20
        ).expected("targetId", of: "Target.createTarget")
        let session = try await connection.call(
            "Target.attachToTarget", ["targetId": .string(target), "flatten": true]
        ).expected("sessionId", of: "Target.attachToTarget")
        let tab = BrowserTab(connection, context: context, target: target, session: session)
        do {
            _ = try await tab.call("Page.enable")
            try await TabEvents.watch(session, on: connection)
        } catch {
            await tab.close()
            throw error
        }
        return tab
    }

    private init(_ connection: CDPConnection, context: String, target: String, session: String) {
        self.connection = connection
        self.context = context
        self.target = target
        self.session = session
        let (traffic, sink) = AsyncStream.makeStream(of: Traffic.self)
        self.traffic = traffic
        // Ends with the page or the browser; `close` and `deinit` end it as well.
        pump = Task { [children] in
            await TabEvents(connection: connection, session: session, traffic: sink, frames: children).run()
        }
    }

    deinit { pump.cancel() }

    func call(_ method: String, _ params: JSON = .object([]), limit: Double = 10) async throws -> JSON {
        try await connection.call(method, params, session: session, limit: limit)
    }

    /// Returns when the page has begun to arrive; throws `unreachable` with Chromium's reason where it does not.
    func navigate(_ url: String) async throws {
        let answer = try await call("Page.navigate", ["url": .string(url)], limit: 45)
        guard let reason = answer.text("errorText"), !reason.isEmpty else { return }
        throw BrowserError.unreachable(reason)
    }

    /// The value of an expression, or of the promise that it is, as JSON; null for what has no JSON.
    func evaluate(_ script: String, limit: Double = 5) async throws -> JSON {
        try await evaluate(script, session: session, context: nil, limit: limit)
    }

    func evaluate(_ script: String, session: String, context: Int?, limit: Double) async throws -> JSON {
        var params: JSON = ["expression": .string(script), "returnByValue": true, "awaitPromise": true]
        if let context { params = params.setting("contextId", to: .integer(context)) }
        let answer = try await connection.call("Runtime.evaluate", params, session: session, limit: limit)
        if let fault = answer.optional("exceptionDetails") {
            let kind = fault.optional("exception")?.text("className") ?? "exception"
            throw BrowserError.scriptFailed(String(kind.filter { $0.isASCII && $0.isLetter }.prefix(40)))
        }
        return answer.optional("result")?.optional("value") ?? .null
    }

    /// The body of an exchange that has `finished`, and whose page is still there.
    func body(of exchange: Traffic.ID) async throws -> [UInt8] {
        let method = "Network.getResponseBody"
        let answer = try await connection.call(
            method, ["requestId": .string(exchange.request)], session: exchange.session)
        // A token that had to be mended has no token's form.
        guard let text = try? answer["body"].words else { throw BrowserError.garbled(method: method) }
        guard let isEncoded = try? answer["base64Encoded"].flag, isEncoded else { return Array(text.utf8) }
        guard let bytes = Base64.decode(text) else { throw BrowserError.garbled(method: method) }
        return bytes
    }

    /// Those that would be sent to these addresses.
    func cookies(for urls: [String]) async throws -> [BrowserCookie] {
        let answer = try await call("Network.getCookies", ["urls": .array(urls.map { .string($0) })])
        return ((try? answer["cookies"].items) ?? []).compactMap(BrowserCookie.init)
    }

    /// Also in a cancelled task. The stream of traffic ends.
    func close() async {
        await Task { [connection, target, context] in
            _ = try? await connection.call("Target.closeTarget", ["targetId": .string(target)], limit: 2)
            _ = try? await connection.call(
                "Target.disposeBrowserContext", ["browserContextId": .string(context)], limit: 2)
        }.value
        pump.cancel()
        await pump.value
    }
}

extension JSON {
    fileprivate func expected(_ key: String, of method: String) throws -> String {
        guard let text = text(key) else { throw BrowserError.garbled(method: method) }
        return text
    }
}
