internal import ResyDomain
internal import ResyNative

extension TOMLServerList {
    func written(_ name: String) -> WrittenEntry? {
        guard let place = try? place(of: name) else { return nil }
        let text = place.ranges.map { range in
            let text = document.text(range)
            return place.form == .value || text.utf8.last == 0x0A ? text : text + newline
        }
        return WrittenEntry(
            form: place.form, text: Array(text.joined(separator: place.form == .tables ? newline : "").utf8))
    }

    func putting(_ name: String, _ entry: JSON) throws(ServerListFault) -> [UInt8] {
        if let place = try place(of: name) {
            return try checked(name, isThere: true, replacing(place, with: text(of: entry, place.form, place.way)))
        }
        if let list = inlineSection {
            let text = "\(TOMLText.key(name)) = \(TOMLText.value(entry))"
            return try checked(name, isThere: true, inserting(text, into: list))
        }
        let text = text(of: entry, .tables, [section, name])
        return try checked(name, isThere: true, appending(text))
    }

    func putting(_ name: String, _ member: String, _ value: JSON) throws(ServerListFault) -> [UInt8] {
        guard let place = try place(of: name) else { throw unusual(0) }
        let leaves = document.leaves(below: [section, name]).filter { $0.path.first == member }
        let text = TOMLText.value(value)
        if let leaf = leaves.first {
            guard leaves.count == 1, leaf.path.count == 1 else { throw unusual(leaf.value.range.lowerBound) }
            return try checked(name, but: member, replacing([(leaf.value.range, text)]))
        }
        let pair = "\(TOMLText.key(member)) = \(text)"
        switch place.form {
        case .value:
            guard let entry = inline(place.ranges[0]) else { throw unusual(place.ranges[0].lowerBound) }
            return try checked(name, but: member, inserting(pair, into: entry))
        case .tables:
            guard let end = end(ofTable: place.way) else { throw unusual(place.ranges[0].lowerBound) }
            return try checked(name, but: member, inserting(line: pair, at: end))
        case .lines:
            let line = "\(TOMLText.keys(place.way)).\(pair)"
            return try checked(
                name, but: member, inserting(line: line, at: place.ranges[place.ranges.count - 1].upperBound))
        }
    }

    func puttingBack(_ name: String, _ entry: WrittenEntry) throws(ServerListFault) -> [UInt8] {
        guard let place = try place(of: name), place.form == entry.form else { throw unusual(0) }
        return try checked(name, isThere: true, replacing(place, with: String(decoding: entry.text, as: UTF8.self)))
    }

    /// No form of TOML's leaves an empty list behind that was not there before.
    func removing(_ name: String, andSection: Bool) throws(ServerListFault) -> [UInt8] {
        guard let place = try place(of: name) else { return bytes }
        guard place.form == .value else {
            return try checked(name, isThere: false, replacing(place.ranges.map { (withBlank($0), "") }))
        }
        return try checked(name, isThere: false, replacing([(removal(of: name, place.ranges[0]), "")]))
    }

    // MARK: - Text

    private func text(of entry: JSON, _ form: WrittenEntry.Form, _ way: [String]) -> String {
        if form == .value { return TOMLText.value(entry) }
        let lines: [String] =
            form == .tables
            ? TOMLText.table(way, entry)
            : entry.members.map { "\(TOMLText.keys(way + [$0.key])) = \(TOMLText.value($0.value))" }
        return lines.map { $0 + newline }.joined()
    }

    private var newline: String {
        guard let end = bytes.firstIndex(of: 0x0A), end > 0, bytes[end - 1] == 0x0D else { return "\n" }
        return "\r\n"
    }

    // MARK: - In

    private func replacing(_ place: Place, with text: String) -> [UInt8] {
        // A last line without an end keeps having none.
        let isOpen = place.form != .value && place.ranges[0].upperBound == bytes.count && bytes.last != 0x0A
        let first = (place.ranges[0], isOpen ? String(text.dropLast(newline.count)) : text)
        return replacing([first] + place.ranges.dropFirst().map { (withBlank($0), "") })
    }

    private func appending(_ text: String) -> [UInt8] {
        let isBlank = document.statements.allSatisfy(\.isBlank)
        let end = bytes.last == 0x0A || bytes.isEmpty ? "" : newline
        let gap = isBlank || document.statements.last?.isBlank == true && end.isEmpty ? "" : newline
        return bytes + Array((end + gap + text).utf8)
    }

    private func inserting(_ pair: String, into table: HandEditedTOML.Value) -> [UInt8] {
        if let last = table.pairs?.last {
            return replacing([(last.range.upperBound..<last.range.upperBound, ", \(pair)")])
        }
        return replacing([(table.range, "{ \(pair) }")])
    }

    private func inserting(line: String, at place: Int) -> [UInt8] {
        let isOpen = place == bytes.count && bytes.last != 0x0A
        return replacing([(place..<place, isOpen ? newline + line : line + newline)])
    }

    private func inline(_ range: Range<Int>) -> HandEditedTOML.Value? {
        let pairs = document.statements.compactMap(\.pair)
        let inner = pairs.flatMap { $0.value.pairs ?? [] }
        return (pairs + inner).map(\.value).first { $0.range == range && $0.pairs != nil }
    }

    /// Behind the last value under that very header; nil where there is no such header.
    private func end(ofTable way: [String]) -> Int? {
        let statements = document.statements
        guard let number = statements.firstIndex(where: { $0.header == way }) else { return nil }
        let under = statements[(number + 1)...].prefix { $0.header == nil }
        return (under.last { $0.pair != nil } ?? statements[number]).range.upperBound
    }

    // MARK: - Out

    /// With the blank line before it, where another follows or nothing does.
    private func withBlank(_ range: Range<Int>) -> Range<Int> {
        let before = document.statements.last { $0.range.upperBound <= range.lowerBound }
        let after = document.statements.first { $0.range.lowerBound >= range.upperBound }
        guard let before, before.isBlank, after?.isBlank ?? true else { return range }
        return before.range.lowerBound..<range.upperBound
    }

    /// A whole line, or a member of an inline table with the comma that it needed.
    private func removal(of name: String, _ value: Range<Int>) -> Range<Int> {
        guard let pairs = inlineSection?.pairs, let number = pairs.firstIndex(where: { $0.value.range == value }) else {
            return document.statements.first { $0.pair?.value.range == value }?.range ?? value
        }
        if number + 1 < pairs.count { return pairs[number].range.lowerBound..<pairs[number + 1].range.lowerBound }
        if number > 0 { return pairs[number - 1].range.upperBound..<pairs[number].range.upperBound }
        return pairs[number].range
    }

    // MARK: - Both

    /// Whatever was overlooked, no other value may have changed. `but`: of the entry that one alone may.
    private func checked(
        _ name: String, isThere: Bool = true, but member: String? = nil, _ text: [UInt8]
    ) throws(ServerListFault) -> [UInt8] {
        let after = try TOMLServerList(text, section: section)
        let way = [section, name] + (member.map { [$0] } ?? [])
        guard after.others(than: way) == others(than: way), after.names.contains(name) == isThere else {
            throw unusual(0)
        }
        return text
    }

    private func others(than way: [String]) -> [String] {
        zip(document.statements, document.headers).flatMap { statement, header -> [String] in
            if let keys = statement.header { return keys.starts(with: way) ? [] : ["\(keys)"] }
            // A table that is empty before or after is what the entry stands in.
            return document.leaves(of: statement, below: header).filter { !$0.path.starts(with: way) }
                .filter { !($0.path.count < way.count && way.starts(with: $0.path)) }
                .map { "\($0.path) \(document.text($0.value.range))" }
        }
    }

    /// Edits in the order of the text, none inside another.
    private func replacing(_ edits: [(range: Range<Int>, text: String)]) -> [UInt8] {
        var result: [UInt8] = []
        var done = 0
        for edit in edits {
            result += bytes[done..<edit.range.lowerBound]
            result += edit.text.utf8
            done = edit.range.upperBound
        }
        return result + bytes[done...]
    }
}
