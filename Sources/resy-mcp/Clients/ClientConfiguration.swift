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
    }

    enum Fault: Error, Equatable {
        case unreadable(JSONError)
        /// Somebody else's entry has our name.
        case taken
    }

    let client: HostClient
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
            do { return try HandEditedJSON(ClientConfiguration.meant(contents)) } catch { throw .unreadable(error) }
        }
    }

    private func entry(of document: HandEditedJSON) -> HandEditedJSON.Value? {
        document.root.member(client.section)?.value.member(HostClient.entryName)?.value
    }

    var hasEntry: Bool {
        get throws(Fault) { entry(of: try document) != nil }
    }

    private var lacksEntry: Bool { (try? hasEntry) == false }

    /// The file with our entry in it.
    func adding(_ new: JSON) throws(Fault) -> [UInt8] {
        let document = try document
        if let old = entry(of: document), !ClientConfiguration.isOurs(old) { throw .taken }
        do {
            return try document.setting(client.section, HostClient.entryName, to: new)
        } catch { throw .unreadable(error) }
    }

    /// `backup` is what the file held before the entry came.
    func removing(backup: [UInt8]?) throws(Fault) -> Removal {
        let document = try document
        guard let old = entry(of: document) else { return .nothing }
        guard ClientConfiguration.isOurs(old) else { throw .taken }
        // A copy from between two installations is no state to go back to.
        let backup = backup.flatMap { ClientConfiguration(client: client, contents: $0).lacksEntry ? $0 : nil }
        if let made = madeFrom(backup, entry: old, in: document), made == contents {
            return backup.map { .restored($0) } ?? .deleted
        }
        let before = backup.flatMap { try? HandEditedJSON(ClientConfiguration.meant($0)) }
        let wasThere = before.map { $0.root.member(client.section) != nil } ?? true
        do {
            return .edited(
                try document.removing(client.section, HostClient.entryName, andSection: !wasThere))
        } catch { throw .unreadable(error) }
    }

    /// What installing this very entry makes of the file as it was: if it is there, nobody has touched it since.
    private func madeFrom(
        _ backup: [UInt8]?, entry: HandEditedJSON.Value, in document: HandEditedJSON
    ) -> [UInt8]? {
        guard let entry = try? JSON(parsing: document.text(of: entry)) else { return nil }
        return try? ClientConfiguration(client: client, contents: backup).adding(entry)
    }

    /// It starts this program, by whatever path, if need be from Windows.
    static func isOurs(_ entry: HandEditedJSON.Value) -> Bool {
        guard !entry.isAmbiguous("command"), let command = entry.member("command")?.value.string else { return false }
        if isOurs(command) { return true }
        return command.hasSuffix("wsl.exe")
            && (entry.member("args")?.value.items ?? []).contains { $0.string.map(isOurs) ?? false }
    }

    private static func isOurs(_ path: String) -> Bool {
        path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last?.hasPrefix("resy-mcp") ?? false
    }
}
