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

        /// What became of an entry of ours.
        struct Update: Sendable, Equatable {
            var changes: [Change] = []
            /// Members that are not ours, such as `env`, and stay.
            var kept: [String] = []
            /// Flags that were not given anew and stay.
            var settings: [String] = []
            /// Variables of its `env` that a flag now given counts before.
            var overruled: [String] = []
            /// Words that no server of ours would start with, by name alone.
            var dropped: [String] = []
        }

        enum Kind: Sendable, Equatable {
            case new
            case updated(Update)
            /// Another program's, which had to go.
            case replaced
        }

        var kind: Kind
        var bytes: [UInt8]
        /// As it will be.
        var entry: JSON
    }

    enum Fault: Error, Equatable {
        case unreadable(ServerListFault)
        /// Somebody else's entry has our name.
        case taken(OtherServer)
    }

    let client: HostClient
    /// The entry's.
    var name = HostClient.usualName
    /// The path by which this program would be started now.
    var program: String?
    /// Nil where there is no file.
    let contents: [UInt8]?

    /// A file without a word in it counts as an empty list.
    private static func isBlank(_ bytes: [UInt8]?) -> Bool {
        bytes?.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? true
    }

    private var list: any ServerList {
        get throws(Fault) {
            do { return try client.list(Self.isBlank(contents) ? nil : contents, name: name) } catch {
                throw .unreadable(error)
            }
        }
    }

    var hasEntry: Bool {
        get throws(Fault) { try list.entry(name) != nil }
    }

    var isReadable: Bool { (try? list) != nil }

    /// A server of ours is in it, by whatever name.
    private var holdsOurs: Bool {
        guard let list = try? list else { return false }
        return list.names.contains { list.entry($0)?.isOurs(program) == true }
    }

    private var lacksOurEntry: Bool {
        guard let list = try? list else { return false }
        return list.entry(name).map { !$0.isOurs(program) } ?? true
    }

    /// Whether what the file holds now is worth more than the copy that is there: one from before our first entry is never
    /// given up for a later one, unless only the later one has the entry that ours replaces.
    func isToBeKept(over backup: [UInt8]?, for kind: Addition.Kind) -> Bool {
        guard let backup else { return true }
        let before = other(backup)
        switch kind {
        case .updated: return false
        case .new: return !holdsOurs
        case .replaced: return !holdsOurs || before.entryText != entryText
        }
    }

    private var entryText: WrittenEntry? { (try? list)?.written(name) }

    /// The file with our entry in it. `isForced`: whatever has our name goes.
    func adding(_ new: JSON, isForced: Bool = false) throws(Fault) -> Addition {
        let list = try list
        let old = list.entry(name)
        if let old, !old.isOurs(program), !isForced { throw .taken(OtherServer(old)) }
        do {
            guard let old, old.isOurs(program) else {
                return Addition(kind: old == nil ? .new : .replaced, bytes: try list.putting(name, new), entry: new)
            }
            return try updating(old, to: new, in: list)
        } catch { throw .unreadable(error) }
    }

    private func updating(
        _ old: ServerEntry, to given: JSON, in before: any ServerList
    ) throws(ServerListFault) -> Addition {
        let flags = ServeFlags(old.serving(program))
        let anew = ServeFlags(((try? given.optional("args")?.items) ?? []).compactMap { try? $0.string })
        let args = JSON.array(flags.replaced(by: anew).map { .string($0) })
        // What it has of its own of these counts.
        let own = client.presets.filter { old.text(of: $0) != nil }
        let new = own.reduce(given.setting("args", to: args)) { new, member in
            let text = old.text(of: member) ?? ""
            return new.setting(member, to: (try? JSON(parsing: Array(text.utf8))) ?? .string(text))
        }
        var changes: [Addition.Change] = []
        var list = before
        for (member, value) in new.members where !own.contains(member) {
            let was = old.text(of: member)
            guard was != value.compact else { continue }
            let shown = member == "args" ? old.shownArguments(program, flags) : was
            changes.append(Addition.Change(member: member, old: shown, new: value.compact))
            list = try client.list(try list.putting(name, member, value), name: name)
        }
        let kept = old.members.map(\.name).filter { member in
            given.member(member) == nil
                || (own.contains(member) && given.member(member)?.compact != old.text(of: member))
        }
        let overruled = old.variables.filter { variable in
            ServeArguments.flags(of: variable).contains { anew.names.contains($0) }
        }
        return Addition(
            kind: .updated(
                Addition.Update(
                    changes: changes, kept: kept, settings: flags.kept(beside: anew), overruled: overruled,
                    dropped: flags.unknown)),
            bytes: list.bytes, entry: new)
    }

    /// `backup` is what the file held before the entry came.
    func removing(backup: [UInt8]?) throws(Fault) -> Removal {
        let list = try list
        guard let old = list.entry(name) else { return .nothing }
        guard old.isOurs(program) else { throw .taken(OtherServer(old)) }
        // A file that somebody else had made stays, whatever is in it.
        if isOfOurMaking, backup.map({ other($0).isOfOurMaking }) ?? true { return .deleted }
        // A copy from between two installations is no state to go back to.
        let backup = backup.flatMap { other($0).lacksOurEntry ? $0 : nil }
        if let backup, let made = madeFrom(backup, entry: old), made == contents { return .restored(backup) }
        let before = backup.flatMap { try? other($0).list }
        do {
            if let replaced = before?.written(name) { return .putBack(try list.puttingBack(name, replaced)) }
            return .edited(try list.removing(name, andSection: !(before?.hasSection ?? true)))
        } catch { throw .unreadable(error) }
    }

    private func other(_ contents: [UInt8]?) -> ClientConfiguration {
        ClientConfiguration(client: client, name: name, program: program, contents: contents)
    }

    /// To the byte what installing makes where there was no file.
    private var isOfOurMaking: Bool {
        guard let entry = try? list.entry(name), let command = entry.command, entry.isOurs(program) else {
            return false
        }
        let made = client.entry(command: command, arguments: entry.words)
        return (try? other(nil).adding(made).bytes) == contents
    }

    /// What installing this very entry makes of the file as it was: if it is there, nobody has touched it since.
    private func madeFrom(_ backup: [UInt8], entry: ServerEntry) -> [UInt8]? {
        guard let entry = entry.json else { return nil }
        return try? other(backup).adding(entry, isForced: true).bytes
    }
}
