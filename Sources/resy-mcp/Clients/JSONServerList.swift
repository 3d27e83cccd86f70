internal import ResyDomain
internal import ResyNative

/// A list in JSON, with comments and trailing commas where the app takes them.
struct JSONServerList: ServerList {
    private let document: HandEditedJSON
    private let section: String

    /// `name`: what is there twice under it is refused, since nobody knows which one the app reads.
    init(_ bytes: [UInt8], section: String, name: String) throws(ServerListFault) {
        self.section = section
        do { document = try HandEditedJSON(bytes) } catch { throw ServerListFault(error) }
        let place = document.root.member(section)
        let entry = place?.value.member(name)
        let isTwice =
            document.root.isAmbiguous(section) || place?.value.isAmbiguous(name) == true
            || ["command", "args"].contains { entry?.value.isAmbiguous($0) == true }
        guard !isTwice else {
            throw .syntax(reason: "a key occurs twice", offset: (entry ?? place)?.value.range.lowerBound ?? 0)
        }
    }

    var bytes: [UInt8] { document.bytes }

    var names: [String] { (document.root.member(section)?.value.members ?? []).map(\.key) }

    var hasSection: Bool { document.root.member(section) != nil }

    func entry(_ name: String) -> ServerEntry? {
        guard let value = value(of: name) else { return nil }
        let items = value.member("args")?.value.items ?? []
        return ServerEntry(
            members: (value.members ?? []).map { ServerEntry.Member(name: $0.key, text: shown($0.value)) },
            command: value.isAmbiguous("command") ? nil : value.member("command")?.value.string,
            url: ["url", "httpUrl", "serverUrl"].lazy.compactMap { value.member($0)?.value.string }.first,
            words: items.map { $0.string ?? String(decoding: document.text(of: $0), as: UTF8.self) },
            variables: (value.member("env")?.value.members ?? []).map(\.key),
            json: try? JSON(parsing: document.text(of: value)))
    }

    private func value(of name: String) -> HandEditedJSON.Value? {
        document.root.member(section)?.value.member(name)?.value
    }

    private func shown(_ value: HandEditedJSON.Value) -> String {
        let text = document.text(of: value)
        return (try? JSON(parsing: text).compact) ?? String(decoding: text, as: UTF8.self)
    }

    func written(_ name: String) -> WrittenEntry? {
        value(of: name).map { WrittenEntry(form: .value, text: document.text(of: $0)) }
    }

    // MARK: - Changing

    func putting(_ name: String, _ entry: JSON) throws(ServerListFault) -> [UInt8] {
        do { return try document.setting(section, name, to: entry) } catch { throw ServerListFault(error) }
    }

    func putting(_ name: String, _ member: String, _ value: JSON) throws(ServerListFault) -> [UInt8] {
        do { return try document.setting(section, name, member, to: value) } catch { throw ServerListFault(error) }
    }

    func puttingBack(_ name: String, _ entry: WrittenEntry) throws(ServerListFault) -> [UInt8] {
        do { return try document.setting(section, name, toWritten: entry.text) } catch { throw ServerListFault(error) }
    }

    func removing(_ name: String, andSection: Bool) throws(ServerListFault) -> [UInt8] {
        do { return try document.removing(section, name, andSection: andSection) } catch {
            throw ServerListFault(error)
        }
    }
}

extension ServerListFault {
    init(_ error: JSONError) {
        self =
            switch error {
            case .syntax(let reason, let offset): .syntax(reason: reason, offset: offset)
            case .wrongKind("$", _): .notAnObject
            case .wrongKind(let path, let wanted):
                .wrongKind(member: String(path.drop { "$.".contains($0) }), wanted: wanted)
            case .missing, .tooLarge: .tooDeep
            }
    }
}
