internal import ResyDomain

/// What a tab does about its events: passes on the traffic, answers dialogs, lets frames and workers start, and tells
/// the calls that wait when the page is gone.
struct TabEvents: Sendable {
    let connection: CDPConnection
    /// The page's own.
    let session: String
    let traffic: AsyncStream<Traffic>.Continuation
    let frames: TabFrames

    /// Returns when the page or the browser is gone, or the task is cancelled.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await event in connection.events {
                frames.heed(event)
                // Not awaited here: an answer may come only after later events.
                for call in Self.calls(for: event) { group.addTask { await call(connection) } }
                for one in Self.traffic(of: event, session: session) { traffic.yield(one) }
                if let (lost, error) = Self.loss(event) {
                    connection.lose(session: lost, error)
                    if lost == session { break }
                }
            }
            group.cancelAll()
        }
        if !Task.isCancelled { traffic.yield(.crashed) }
        traffic.finish()
    }

    /// Its traffic, and that of the frames and workers it will have; they wait until they are watched as well.
    static func watch(_ session: String, on connection: CDPConnection) async throws {
        // Where a kind of worker has no network of its own, that is no reason not to start it.
        _ = try? await connection.call("Network.enable", session: session)
        _ = try await connection.call(
            "Target.setAutoAttach", ["autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true],
            session: session)
    }

    /// A child waits until it is told to run, and always is: else it never starts.
    private static func admit(_ child: String, _ kind: String, on connection: CDPConnection) async {
        // A worker answers nothing before it runs; a frame is watched first, so that no request of it is missed.
        let isWorker = kind.hasSuffix("worker")
        if !isWorker { try? await watch(child, on: connection) }
        _ = try? await connection.call("Runtime.runIfWaitingForDebugger", session: child)
        if isWorker { try? await watch(child, on: connection) }
    }

    private static func calls(for event: CDPEvent) -> [@Sendable (CDPConnection) async -> Void] {
        switch event.method {
        case "Target.attachedToTarget":
            guard let child = event.params.text("sessionId"), event.session != nil else { return [] }
            let kind = event.params.optional("targetInfo")?.text("type") ?? ""
            return [{ connection in await admit(child, kind, on: connection) }]
        case "Page.javascriptDialogOpening":
            guard let session = event.session else { return [] }
            // Leaving a page is always fine; nothing else is agreed to.
            let accept = event.params.text("type") == "beforeunload"
            return [
                { connection in
                    _ = try? await connection.call(
                        "Page.handleJavaScriptDialog", ["accept": .bool(accept)], session: session)
                }
            ]
        default: return []
        }
    }

    private static func traffic(of event: CDPEvent, session: String) -> [Traffic] {
        switch event.method {
        case "Target.attachedToTarget" where event.session != nil, "Target.targetInfoChanged":
            guard let info = event.params.optional("targetInfo"), let url = info.text("url"),
                info.text("type") != "page"
            else { return [] }
            return [.frameAttached(url: url)]
        default: return event.session.map { Traffic.reading(event, session: $0) } ?? []
        }
    }

    /// The session that answers no more after this event.
    private static func loss(_ event: CDPEvent) -> (session: String, BrowserError)? {
        switch event.method {
        case "Inspector.targetCrashed": event.session.map { ($0, .crashed) }
        case "Inspector.detached": event.session.map { ($0, .closed) }
        case "Target.detachedFromTarget": event.params.text("sessionId").map { ($0, .closed) }
        default: nil
        }
    }
}
