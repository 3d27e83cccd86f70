internal import ResyDomain
internal import ResyNative

/// What installing and uninstalling make of an app's file, decided on its bytes alone.
struct ClientConfiguration: Sendable {
    enum Removal: Sendable, Equatable {
        /// There is no entry of ours.
        case nothing
        /// The file is to be what it was before installing.
        case restored([UInt8])
        /// The file is ours alone.
        case deleted
        /// It has been changed since: our entry goes, the rest stays.
        case edited([UInt8])
        /// The same, and the other program's entry that ours had replaced is there again.
        case putBack([UInt8])
    }

    /// What adding the entry makes of the file.
    struct Addition: Sendable, Equatable {
        /// A member of an entry that was there, as it was and as it is; both as JSON.
        struct Change: Sendable, Equatable {
            var member: String
            var old: String?
            var new: String
        }

        enum Kind: Sendable, Equatable {
            case new
            /// An entry of ours: what is not ours in it, such as `env`, stays and is named; `settings` are the flags that
            /// were not given anew and stay; `overruled` are variables of its `env` that a flag now given counts before.
            case updated([Change], kept: [String], settings: [String], overruled: [String])
            /// Another program's, which had to go.
            case replaced
        }

        var kind: Kind
        var bytes: [UInt8]
        /// As it will be.
        var entry: JSON
    }

    enum Fault: Error, Equatable {
        case unreadable(JSONError)
        /// Somebody else's entry has our name.
        case taken
    }

    let client: HostClient
    /// The entry's.
    var name = HostClient.usualName
    /// Nil where there is no file.
    let contents: [UInt8]?

    private static let blank = Array("{}\n".utf8)

    /// A file without a word in it counts as an empty object.
    private static func meant(_ bytes: [UInt8]?) -> [UInt8] {
        guard let bytes, !bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return blank }
        return bytes
    }

    private var document: HandEditedJSON {
        get throws(Fault) {
            do {
                let document = try HandEditedJSON(ClientConfiguration.meant(contents))
                try checkNames(of: document)
                return document
            } catch { throw .unreadable(error) }
        }
    }

    /// Of what is there twice nobody knows which one the app reads.
    private func checkNames(of document: HandEditedJSON) throws(JSONError) {
        let section = document.root.member(client.section)
        let entry = section?.value.member(name)
        let isTwice =
            document.root.isAmbiguous(client.section) || section?.value.isAmbiguous(name) == true
            || ["command", "args"].contains { entry?.value.isAmbiguous($0) == true }
        guard !isTwice else {
            throw .syntax(reason: "a key occurs twice", offset: (entry ?? section)?.value.range.lowerBound ?? 0)
        }
    }

    private func entry(of document: HandEditedJSON) -> HandEditedJSON.Value? {
        document.root.member(client.section)?.value.member(name)?.value
    }

    var hasEntry: Bool {
        get throws(Fault) { entry(of: try document) != nil }
    }

    /// A server of ours is in it, by whatever name.
    private var holdsOurs: Bool {
        guard let document = try? document else { return false }
        return (document.root.member(client.section)?.value.members ?? []).contains {
            ClientConfiguration.isOurs($0.value)
        }
    }

    private var lacksOurEntry: Bool {
        guard let document = try? document else { return false }
        return entry(of: document).map { !ClientConfiguration.isOurs($0) } ?? true
    }

    /// Whether what the file holds now is worth more than the copy that is there: one from before our first entry is never
    /// given up for a later one, unless only the later one has the entry that ours replaces.
    func isToBeKept(over backup: [UInt8]?, for kind: Addition.Kind) -> Bool {
        guard let backup else { return true }
        let before = ClientConfiguration(client: client, name: name, contents: backup)
        switch kind {
        case .updated: return false
        case .new: return !holdsOurs
        case .replaced: return !holdsOurs || before.entryText != entryText
        }
    }

    private var entryText: [UInt8]? {
        guard let document = try? document else { return nil }
        return entry(of: document).map { document.text(of: $0) }
    }

    /// The file with our entry in it. `isForced`: whatever has our name goes.
    func adding(_ new: JSON, isForced: Bool = false) throws(Fault) -> Addition {
        let document = try document
        let old = entry(of: document)
        if let old, !ClientConfiguration.isOurs(old), !isForced { throw .taken }
        do {
            guard let old, ClientConfiguration.isOurs(old) else {
                return Addition(
                    kind: old == nil ? .new : .replaced, bytes: try document.setting(client.section, name, to: new),
                    entry: new)
            }
            return try updating(old, to: new, in: document)
        } catch { throw .unreadable(error) }
    }

    private func updating(
        _ old: HandEditedJSON.Value, to given: JSON, in before: HandEditedJSON
    ) throws(JSONError) -> Addition {
        let words = ClientConfiguration.words(of: old, in: before)
        let flags = ServeFlags(words)
        let anew = ServeFlags(((try? given.optional("args")?.items) ?? []).compactMap { try? $0.string })
        let new = given.setting("args", to: .array(flags.replaced(by: anew).map { .string($0) }))
        var changes: [Addition.Change] = []
        var document = before
        for (member, value) in new.members {
            let written = old.member(member).map { before.text(of: $0.value) }
            // As it is written, where that is more than plain JSON.
            let was = written.map { (try? JSON(parsing: $0).compact) ?? String(decoding: $0, as: UTF8.self) }
            guard was != value.compact else { continue }
            changes.append(Addition.Change(member: member, old: was, new: value.compact))
            document = try HandEditedJSON(try document.setting(client.section, name, member, to: value))
        }
        let ours = new.members.map(\.key)
        let kept = (old.members ?? []).map(\.key).filter { !ours.contains($0) }
        let variables = (old.member("env")?.value.members ?? []).map(\.key)
        let overruled = variables.filter { variable in
            ServeArguments.flags(of: variable).contains { anew.names.contains($0) }
        }
        return Addition(
            kind: .updated(changes, kept: kept, settings: flags.kept(beside: anew), overruled: overruled),
            bytes: document.bytes, entry: new)
    }

    /// Those behind the program's own, `serve` included where it is there.
    private static func words(of entry: HandEditedJSON.Value, in document: HandEditedJSON) -> [String] {
        let words = (entry.member("args")?.value.items ?? []).map {
            $0.string ?? String(decoding: document.text(of: $0), as: UTF8.self)
        }
        guard entry.member("command")?.value.string.map(isOurs) != true,
            let program = words.firstIndex(where: isOurs)
        else { return words }
        return Array(words[(program + 1)...])
    }

    /// `backup` is what the file held before the entry came.
    func removing(backup: [UInt8]?) throws(Fault) -> Removal {
        let document = try document
        guard let old = entry(of: document) else { return .nothing }
        guard ClientConfiguration.isOurs(old) else { throw .taken }
        // A copy from between two installations is no state to go back to.
        let backup = backup.flatMap {
            ClientConfiguration(client: client, name: name, contents: $0).lacksOurEntry ? $0 : nil
        }
        if let made = madeFrom(backup, entry: old, in: document), made == contents {
            return backup.map { .restored($0) } ?? .deleted
        }
        let before = backup.flatMap { try? HandEditedJSON(ClientConfiguration.meant($0)) }
        let wasThere = before.map { $0.root.member(client.section) != nil } ?? true
        do {
            if let before, let replaced = entry(of: before) {
                return .putBack(try document.setting(client.section, name, toWritten: before.text(of: replaced)))
            }
            return .edited(
                try document.removing(client.section, name, andSection: !wasThere))
        } catch { throw .unreadable(error) }
    }

    /// What installing this very entry makes of the file as it was: if it is there, nobody has touched it since.
    private func madeFrom(
        _ backup: [UInt8]?, entry: HandEditedJSON.Value, in document: HandEditedJSON
    ) -> [UInt8]? {
        guard let entry = try? JSON(parsing: document.text(of: entry)) else { return nil }
        return try? ClientConfiguration(client: client, name: name, contents: backup)
            .adding(entry, isForced: true).bytes
    }

    /// It starts this program, by whatever path, if need be from Windows, and as a server. Others' programs have had the
    /// same name; theirs are started with other words.
    static func isOurs(_ entry: HandEditedJSON.Value) -> Bool {
        guard !entry.isAmbiguous("command"), let command = entry.member("command")?.value.string else { return false }
        let words = (entry.member("args")?.value.items ?? []).map { $0.string ?? "" }
        if isOurs(command) { return isServing(words[...]) }
        guard command.hasSuffix("wsl.exe"), let program = words.firstIndex(where: isOurs) else { return false }
        return isServing(words[(program + 1)...])
    }

    private static func isServing(_ words: ArraySlice<String>) -> Bool {
        words.first.map { $0 == "serve" || $0.hasPrefix("--") } ?? true
    }

    private static func isOurs(_ path: String) -> Bool {
        let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        return name == "resy-mcp" || name == "resy-mcp.exe" || name.hasPrefix("resy-mcp-")
    }
}
