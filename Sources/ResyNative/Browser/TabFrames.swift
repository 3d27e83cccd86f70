/// Those frames of a page that have a process, and so a session, of their own; the others are in the session around them.
final class TabFrames: Sendable {
    struct Child: Sendable, Equatable {
        var session: String
        /// The session that it was announced in.
        var parent: String
        var frame: String
    }

    private let children = Lock<[Child]>([])

    var all: [Child] { children.withLock(\.self) }

    func heed(_ event: CDPEvent) {
        guard let session = event.params.text("sessionId") else { return }
        switch event.method {
        case "Target.attachedToTarget":
            guard let parent = event.session, let info = event.params.optional("targetInfo"),
                info.text("type") == "iframe", let frame = info.text("targetId")
            else { return }
            children.withLock { $0.append(Child(session: session, parent: parent, frame: frame)) }
        case "Target.detachedFromTarget": children.withLock { $0.removeAll { $0.session == session } }
        default: break
        }
    }
}
