internal import ResyDomain
internal import ResyNative

/// A list in TOML: a table of tables, in whichever of TOML's ways it is written.
struct TOMLServerList: ServerList {
    let document: HandEditedTOML
    let section: String

    init(_ bytes: [UInt8], section: String) throws(ServerListFault) {
        self.section = section
        document = try HandEditedTOML(bytes)
        guard !isSomethingElse else { throw .noTable(member: section) }
    }

    var bytes: [UInt8] { document.bytes }

    /// A value, or a list of tables.
    private var isSomethingElse: Bool {
        document.statements.contains { statement in
            if case .header(let keys, true) = statement.content, keys == [section] { return true }
            return statement.pair.map { $0.keys == [section] && $0.value.pairs == nil } ?? false
                && isRoot(statement)
        }
    }

    private func isRoot(_ statement: HandEditedTOML.Statement) -> Bool {
        guard let first = document.statements.first(where: { $0.header != nil }) else { return true }
        return statement.range.lowerBound < first.range.lowerBound
    }

    var names: [String] {
        let ways =
            document.statements.compactMap(\.header).filter { $0.count > 1 && $0[0] == section }.map { $0[1] }
            + document.leaves(below: [section]).compactMap(\.path.first)
        var seen: [String] = []
        for name in ways where !seen.contains(name) { seen.append(name) }
        return seen
    }

    var hasSection: Bool {
        document.statements.contains { $0.header?.first == section } || !document.leaves(below: [section]).isEmpty
    }

    func entry(_ name: String) -> ServerEntry? {
        guard names.contains(name) else { return nil }
        let leaves = document.leaves(below: [section, name])
        var members: [String] = []
        for leaf in leaves {
            if let member = leaf.path.first, !members.contains(member) { members.append(member) }
        }
        func value(_ member: String) -> HandEditedTOML.Value? { leaves.first { $0.path == [member] }?.value }
        let items: [HandEditedTOML.Value] = if case .array(let items) = value("args")?.content { items } else { [] }
        return ServerEntry(
            members: members.map { member in
                let inside = leaves.filter { $0.path.first == member }
                let plain = json(inside.map { ($0.path.dropFirst(), $0.value) })
                return ServerEntry.Member(
                    name: member,
                    text: plain?.compact ?? inside.map { document.text($0.value.range) }.joined(separator: " "))
            },
            command: isListOfTables(name) ? nil : value("command")?.text, url: value("url")?.text,
            words: items.map { $0.text ?? document.text($0.range) },
            variables: leaves.compactMap { $0.path.count == 2 && $0.path[0] == "env" ? $0.path[1] : nil },
            json: leaves.contains { $0.path.isEmpty } ? nil : json(leaves.map { ($0.path[...], $0.value) }))
    }

    private func isListOfTables(_ name: String) -> Bool {
        document.statements.contains { statement in
            if case .header([section, name], true) = statement.content { true } else { false }
        }
    }

    // MARK: - As JSON

    /// Nil where a value has no JSON of its own.
    private func json(_ leaves: [(path: ArraySlice<String>, value: HandEditedTOML.Value)]) -> JSON? {
        if leaves.count == 1, leaves[0].path.isEmpty { return json(leaves[0].value) }
        var names: [String] = []
        for leaf in leaves {
            guard let name = leaf.path.first else { return nil }
            if !names.contains(name) { names.append(name) }
        }
        var members: [(String, JSON)] = []
        for name in names {
            let inside = leaves.filter { $0.path.first == name }.map { ($0.path.dropFirst(), $0.value) }
            guard let value = json(inside) else { return nil }
            members.append((name, value))
        }
        return .object(members)
    }

    private func json(_ value: HandEditedTOML.Value) -> JSON? {
        switch value.content {
        case .text(let text): return .string(text)
        case .integer(let number): return .integer(number)
        case .flag(let flag): return .bool(flag)
        case .array(let items):
            let values = items.compactMap { json($0) }
            return values.count == items.count ? .array(values) : nil
        case .table(let pairs): return pairs.isEmpty ? .object([]) : nil
        case .other: return nil
        }
    }
}
