extension HandEditedJSON {
    /// The text with `value` as member `key` of the object `section` of the root, which is made where there is none.
    ///
    /// What is new takes over the indent, the line ends and the trailing commas of what is there.
    package func setting(_ section: String, _ key: String, to value: JSON) throws(JSONError) -> [UInt8] {
        guard root.members != nil else { throw .wrongKind(path: "$", wanted: "an object") }
        try checkNames(section, key)
        guard let place = root.member(section) else {
            return try checked(
                section, key, isThere: true, inserting(.object([(key, value)]), as: section, into: root, indent: ""))
        }
        guard place.value.members != nil else { throw .wrongKind(path: "$.\(section)", wanted: "an object") }
        let outer = indent(before: place.keyRange.lowerBound) ?? unit
        guard let old = place.value.member(key) else {
            return try checked(section, key, isThere: true, inserting(value, as: key, into: place.value, indent: outer))
        }
        let inner = indent(before: old.keyRange.lowerBound)
        let text = inner.map { rendered(value, indent: $0) } ?? value.compact
        return try checked(section, key, isThere: true, replacing([(old.value.range, text)]))
    }

    /// The text with the member that is there as those bytes, which are a value as it was written.
    package func setting(_ section: String, _ key: String, toWritten value: [UInt8]) throws(JSONError) -> [UInt8] {
        try checkNames(section, key)
        guard let old = root.member(section)?.value.member(key) else {
            throw .wrongKind(path: "$.\(section)", wanted: "an object")
        }
        let text = String(decoding: value, as: UTF8.self)
        return try checked(section, key, isThere: true, replacing([(old.value.range, text)]))
    }

    /// The text with `value` as member `name` of the object that is there as `section`.`key`; its other members stay.
    package func setting(_ section: String, _ key: String, _ name: String, to value: JSON) throws(JSONError) -> [UInt8]
    {
        guard let place = root.member(section)?.value.member(key), place.value.members != nil else {
            throw .wrongKind(path: "$.\(section).\(key)", wanted: "an object")
        }
        let text: [UInt8]
        if let old = place.value.member(name) {
            let inner = indent(before: old.keyRange.lowerBound)
            text = replacing([(old.value.range, inner.map { rendered(value, indent: $0) } ?? value.compact)])
        } else {
            let outer = indent(before: place.keyRange.lowerBound) ?? unit
            text = inserting(value, as: name, into: place.value, indent: outer)
        }
        let after = try HandEditedJSON(try checked(section, key, isThere: true, text))
        let kept = after.root.member(section)?.value.member(key)?.value.members ?? []
        guard after.written(kept, but: name) == written(place.value.members ?? [], but: name) else {
            throw .syntax(reason: "its layout is too unusual to change", offset: 0)
        }
        return text
    }

    private func written(_ members: [Member], but name: String) -> [String: ArraySlice<UInt8>] {
        let others = members.filter { $0.key != name }.map { ($0.key, bytes[$0.value.range]) }
        return Dictionary(others, uniquingKeysWith: { first, _ in first })
    }

    /// The text without that member; with `andSection`, also without a section that it leaves empty.
    package func removing(_ section: String, _ key: String, andSection: Bool) throws(JSONError) -> [UInt8] {
        try checkNames(section, key)
        guard let place = root.member(section), place.value.member(key) != nil else { return bytes }
        let isAlone = place.value.members?.count == 1
        return try checked(
            section, key, isThere: false,
            isAlone && andSection ? removal(of: section, from: root) : removal(of: key, from: place.value))
    }

    // MARK: - In

    private func inserting(_ value: JSON, as key: String, into object: Value, indent outer: String) -> [UInt8] {
        let members = object.members ?? []
        let close = object.range.upperBound - 1
        let last = members.last
        let place = endOfText(in: (last?.end ?? object.range.lowerBound + 1)..<close)
        let name = JSON.string(key).compact
        let comma = last?.comma == nil ? "" : ","
        var edits: [(Range<Int>, String)] = []
        if let last, last.comma == nil {
            edits.append((last.value.range.upperBound..<last.value.range.upperBound, ","))
        }
        if isOneLine(object) {
            edits.append((place..<place, "\(name):\(value.compact)\(comma)"))
        } else {
            let inner = members.first.flatMap { indent(before: $0.keyRange.lowerBound) } ?? outer + unit
            let end = bytes[place..<close].contains(0x0A) ? "" : newline + outer
            edits.append((place..<place, "\(newline)\(inner)\(name): \(rendered(value, indent: inner))\(comma)\(end)"))
        }
        return replacing(edits)
    }

    /// Members side by side, or nothing yet in a text that is one line itself.
    private func isOneLine(_ object: Value) -> Bool {
        if bytes[object.range].contains(0x0A) { return false }
        if object.members?.isEmpty == false { return true }
        return root.members?.isEmpty == false && !bytes[root.range].contains(0x0A)
    }

    private func rendered(_ value: JSON, indent: String) -> String {
        let lines = value.pretty.split(separator: "\n", omittingEmptySubsequences: false)
        let indented = lines.enumerated().map { number, line in
            let text = line.drop { $0 == " " }
            let depth = (line.count - text.count) / 2
            return (number == 0 ? "" : indent + String(repeating: unit, count: depth)) + text
        }
        return indented.joined(separator: newline)
    }

    // MARK: - Out

    private func removal(of key: String, from object: Value) -> [UInt8] {
        guard let members = object.members, let number = members.firstIndex(where: { $0.key == key }) else {
            return bytes
        }
        let member = members[number]
        let close = object.range.upperBound - 1
        let before = number == 0 ? object.range.lowerBound + 1 : members[number - 1].end
        // A comment before it stays.
        let start = endOfText(in: before..<member.keyRange.lowerBound)
        if members.count == 1, start == before, endOfText(in: member.end..<close) == member.end {
            return replacing([(start..<close, "")])
        }
        var edits = [(start..<member.end, "")]
        if number > 0, number == members.count - 1, member.comma == nil, let comma = members[number - 1].comma {
            edits.insert((comma..<comma + 1, ""), at: 0)
        }
        return replacing(edits)
    }

    // MARK: - Both

    /// What is there twice could be changed in the place that nobody reads.
    private func checkNames(_ section: String, _ key: String) throws(JSONError) {
        guard !root.isAmbiguous(section), root.member(section)?.value.isAmbiguous(key) != true else {
            throw .syntax(reason: "a key occurs twice", offset: root.member(section)?.keyRange.lowerBound ?? 0)
        }
    }

    /// Whatever was overlooked, no other value may have changed.
    private func checked(
        _ section: String, _ key: String, isThere: Bool, _ text: [UInt8]
    ) throws(JSONError) -> [UInt8] {
        let after = try HandEditedJSON(text)
        guard after.others(section, key) == others(section, key),
            (after.root.member(section)?.value.member(key) != nil) == isThere
        else { throw .syntax(reason: "its layout is too unusual to change", offset: 0) }
        return text
    }

    /// All values but that one, as they are written; a section without any other counts as none.
    private func others(_ section: String, _ key: String) -> [String: [ArraySlice<UInt8>]] {
        var found: [String: [ArraySlice<UInt8>]] = [:]
        for member in root.members ?? [] {
            if member.key != section {
                found["/" + member.key, default: []].append(bytes[member.value.range])
            } else {
                for inner in member.value.members ?? [] where inner.key != key {
                    found["//" + inner.key, default: []].append(bytes[inner.value.range])
                }
            }
        }
        return found
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

    /// The place behind the last character that is no space.
    private func endOfText(in range: Range<Int>) -> Int {
        (bytes[range].lastIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }).map { $0 + 1 } ?? range.lowerBound
    }

    /// What stands before the place on its line; nil where that is more than space.
    private func indent(before place: Int) -> String? {
        let line = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let before = bytes[line..<place]
        guard line > 0, before.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return nil }
        return String(decoding: before, as: UTF8.self)
    }

    private var newline: String {
        guard let end = bytes.firstIndex(of: 0x0A), end > 0, bytes[end - 1] == 0x0D else { return "\n" }
        return "\r\n"
    }

    /// One level, as the root's first member has it.
    private var unit: String {
        root.members?.first.flatMap { indent(before: $0.keyRange.lowerBound) }.flatMap { $0.isEmpty ? nil : $0 } ?? "  "
    }
}
