internal import ResyDomain

extension BrowserTab {
    /// The frames whose documents come from an address that `isWanted` takes, whatever process shows them. One without
    /// an address of its own belongs to the document around it.
    func frames(_ isWanted: (String) -> Bool) async throws -> [PageFrame] {
        var found: [PageFrame] = []
        for holder in [session] + children.all.map(\.session) {
            guard let tree = try await answer("Page.getFrameTree", [:], in: holder)?.optional("frameTree") else {
                continue
            }
            for (frame, url, isRoot) in Self.documents(of: tree, within: "", isRoot: true)
            where !(isRoot && holder == session) && isWanted(url) {
                let world = try await answer(
                    "Page.createIsolatedWorld", ["frameId": .string(frame), "worldName": "resy-mcp"], in: holder)
                guard let context = try? world?["executionContextId"].integer else { continue }
                found.append(PageFrame(session: holder, frame: frame, url: url, context: context))
            }
        }
        return found
    }

    /// The value of an expression in a frame, as `evaluate` has it for the page.
    func evaluate(_ script: String, in frame: PageFrame?, limit: Double = 5) async throws -> JSON {
        guard let frame else { return try await evaluate(script, limit: limit) }
        return try await within(frame) {
            try await evaluate(script, session: frame.session, context: frame.context, limit: limit)
        }
    }

    /// A frame that has gone, as many do once they are filled in, is a document that was left.
    func within<R>(_ frame: PageFrame?, _ work: () async throws -> R) async throws -> R {
        do {
            return try await work()
        } catch let error as BrowserError where frame.map({ $0.session != session }) ?? false {
            switch error {
            case .closed, .crashed: throw BrowserError.contextGone
            default: throw error
            }
        }
    }

    /// Where the frame's upper left corner is in the page's window, in CSS pixels; nil where it is not to be seen.
    func corner(of frame: PageFrame) async throws -> (x: Double, y: Double)? {
        var corner = (x: 0.0, y: 0.0)
        let own = children.all.first { $0.frame == frame.frame }
        var (inner, holder) = (frame.frame, own?.parent ?? frame.session)
        while true {
            guard let owner = try await answer("DOM.getFrameOwner", ["frameId": .string(inner)], in: holder),
                let node = try? owner["backendNodeId"].integer,
                let box = try await answer("DOM.getBoxModel", ["backendNodeId": .integer(node)], in: holder),
                let edges = try? box["model"]["content"].items, edges.count == 8, let x = try? edges[0].number,
                let y = try? edges[1].number
            else { return nil }
            corner = (corner.x + x, corner.y + y)
            // The box is told in the window of its session, which may be a frame itself.
            guard holder != session else { return corner }
            guard let child = children.all.first(where: { $0.session == holder }) else { return nil }
            (inner, holder) = (child.frame, child.parent)
        }
    }

    /// Nil where the frame has gone meanwhile, or its session does not answer: the page itself is no worse for it.
    private func answer(_ method: String, _ params: JSON, in holder: String) async throws -> JSON? {
        do {
            return try await connection.call(method, params, session: holder, limit: 5)
        } catch is BrowserError where holder != session {
            return nil
        } catch BrowserError.refused, BrowserError.contextGone {
            return nil
        }
    }

    private static func documents(
        of tree: JSON, within around: String, isRoot: Bool
    ) -> [(frame: String, url: String, isRoot: Bool)] {
        guard let frame = tree.optional("frame"), let id = frame.text("id") else { return [] }
        let address = frame.text("url") ?? ""
        let url = address.isEmpty || address.hasPrefix("about:") ? around : address
        let inner = (try? tree.optional("childFrames")?.items) ?? []
        return [(id, url, isRoot)] + inner.flatMap { documents(of: $0, within: url, isRoot: false) }
    }
}
