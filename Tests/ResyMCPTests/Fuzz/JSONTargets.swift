@testable import ResyDomain
@testable import ResyNative
@testable import resy_mcp

/// The reader of JSON itself: what is sound is read as the strict parser reads it, and whatever the chunks.
enum JSONTargets {
    static let all: [Target] = [
        Target(name: "json") { bytes in
            let whole = try? JSON(parsing: bytes)
            let pieces = [bytes.prefix(bytes.count / 3), bytes.dropFirst(bytes.count / 3)].map { Array($0) }
            let split = try? JSON(chunks: pieces)
            precondition((whole == nil) == (split == nil))
            agree(bytes)
            edit(bytes)
            guard let whole, let split else {
                _ = RawMember.find("id", in: bytes[...]).flatMap { RequestID(Array($0)) }
                return false
            }
            precondition(whole == split && (whole.marks == nil) == (split.marks == nil))
            precondition((try? JSON(parsing: whole.compactBytes)) != nil)
            walk(whole)
            identify(whole, bytes)
            return true
        }
    ]

    /// Where the strict parser reads it, the mender reads the same, and finds nothing odd.
    private static func agree(_ bytes: [UInt8]) {
        var splitter = JSONSplitter(arrays: [], limits: JSONLimits())
        var text: [UInt8] = []
        let isCut: Int? = try? splitter.feed(bytes) { (part) throws(JSONError) in
            switch part {
            case .skeleton(let range): text += bytes[range]
            case .deep: text += JSONSplitter.beyond
            case .element, .end: break
            }
        }
        guard isCut != nil else { return }
        let strict = try? JSON(strictly: [text[...]], at: .document, offset: 0)
        let mended = try? JSONMender.read(text, at: .document, offset: 0)
        guard let strict else { return }
        precondition(mended?.marks == nil && mended == strict)
    }

    /// All that a decoder may ask of a value.
    private static func walk(_ value: JSON) {
        _ = (try? value.string, try? value.text, try? value.integer, try? value.number, try? value.flag)
        if let text = try? value.string { precondition((try? value.words) == text) }
        precondition(!value.isUnclear || (try? value.number) == nil && (try? value.words) == nil)
        for (key, member) in value.members {
            precondition(value.member(key) != nil)
            walk(member)
        }
        for item in (try? value.items) ?? [] { walk(item) }
        if value.kind == .disputed { for version in value.versions { walk(version) } }
    }

    /// The bytes of an id are those that the reader took it from.
    private static func identify(_ message: JSON, _ bytes: [UInt8]) {
        guard let raw = RawMember.find("id", in: bytes[...]), let id = RequestID(Array(raw)) else { return }
        precondition(id.json.compactBytes == Array(raw))
        guard let member = message.member("id"), !member.isUnclear else { return }
        precondition((try? JSON(parsing: Array(raw))) == member)
    }

    /// An entry that goes in comes out, and every other byte stays.
    private static func edit(_ bytes: [UInt8]) {
        guard let text = try? HandEditedJSON(bytes).setting("id", "k", to: ["command": "/r"]) else { return }
        guard let document = try? HandEditedJSON(text) else { preconditionFailure("what was written is read") }
        precondition(document.root.member("id")?.value.member("k")?.value.member("command")?.value.string == "/r")
    }
}
