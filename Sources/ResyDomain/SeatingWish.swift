/// Where a party would like to sit, read once from a person's words: any seating, one indoors or outdoors, or one by its name.
package struct SeatingWish: Sendable, Equatable {
    package enum Sense: Sendable, Equatable {
        case any
        case indoors
        case outdoors
        /// Folded words, without those that say nothing.
        case named([String])
        /// "Inside but not at the bar": what the first fits, and none of the others does.
        indirect case but(Sense, not: [Sense])
    }

    /// As it was said, for a seating that is called just so.
    package let said: String
    /// One, or the choice that was given ("bar or counter"), never empty.
    package let senses: [Sense]

    package init(_ text: String?) {
        said = CleanText.whole(text ?? "")
        guard !said.isEmpty else {
            senses = [.any]
            return
        }
        let phrase = SeatingWords.withoutTime(said)
        let words = Self.choices(in: phrase)
        let read = Self.senses(of: words)
        // "Inside or outside" leaves it open.
        let isOpen = read.isEmpty || read.contains(.any) || read.contains(.indoors) && read.contains(.outdoors)
        senses =
            words.isEmpty ? [.named([])] : isOpen || Indifference.isSaid(words.joined(separator: " ")) ? [.any] : read
    }

    package var isAny: Bool { senses == [.any] }

    /// It says where not to sit, and nothing of where.
    package var isAnyOther: Bool {
        if case .but(.any, _)? = senses.first { senses.count == 1 } else { false }
    }

    /// Folded words, with "or" between what a comma or a stroke sets apart. What only says inside or outside belongs to what
    /// it stands beside.
    private static func choices(in phrase: String) -> [String] {
        let pieces = phrase.split { $0 == "," || $0 == "/" || $0 == ";" }
        guard pieces.count > 1 else { return FoldedName.words(of: phrase) }
        let parts = pieces.map { FoldedName.words(of: String($0)) }
            .filter { !SeatingWords.core(SeatingWords.telling($0)).isEmpty }
        let sides = parts.filter { [.indoors, .outdoors].contains(sense(of: $0)) }.count
        let isList = parts.count > 1 && (sides == 0 || sides == parts.count)
        return isList ? Array(parts.joined(separator: ["or"])) : FoldedName.words(of: phrase)
    }

    /// What a "not" or a "but" stands before is left out.
    private static func senses(of words: [String]) -> [Sense] {
        guard let mark = words.firstIndex(where: { SeatingWords.negations.contains($0) }),
            !Indifference.isSaid(words.joined(separator: " "))
        else { return words.split(separator: "or").map { sense(of: Array($0)) } }
        let left = words[mark...].filter { !SeatingWords.negations.contains($0) && !["nor", "and"].contains($0) }
        let shunned = left.isEmpty ? [] : left.split(separator: "or").map { sense(of: Array($0)) }
        guard !shunned.isEmpty, !shunned.contains(.any) else { return [sense(of: words)] }
        let wanted = words[..<mark].filter { $0 != "or" && $0 != "and" }
        return [.but(sense(of: Array(wanted)), not: shunned)]
    }

    private static func sense(of words: [String]) -> Sense {
        var kept = SeatingWords.telling(words)
        let core = SeatingWords.core(kept)
        if core.isEmpty || Indifference.isSaid(core.joined(separator: " ")) { return .any }
        // "Not outside" names nothing that there is: it is answered with what there is.
        guard !kept.contains(where: { SeatingWords.negations.contains($0) }) else { return .named(kept) }
        // "Any table inside"
        kept.removeAll { Indifference.isSaid($0) }
        let places = SeatingWords.core(kept).filter { $0 != "dining" }
        if !places.isEmpty, places.allSatisfy({ SeatingWords.indoors.contains($0) }) { return .indoors }
        if !places.isEmpty, places.allSatisfy({ SeatingWords.outdoors.contains($0) }) { return .outdoors }
        return .named(kept)
    }

    // MARK: - Fitting

    /// Of the seatings there are, each once, those that fit: all where any will do, none where it names another.
    ///
    /// The closest way of fitting that any of them does counts: called just so, the same words, the same but for words that
    /// say nothing, all words in it, the beginning of it.
    package func fitting(_ seatings: [String]) -> [String] {
        var seen: Set<String> = []
        let there = seatings.filter { seen.insert(Self.key($0)).inserted }
        if said.isEmpty { return there }
        for isFit in Self.exactly {
            let found = there.filter { isFit(said, $0) }
            if !found.isEmpty { return found }
        }
        guard !isAny else { return there }
        let found = senses.flatMap { Self.fitting($0, there) }
        return there.filter { found.contains($0) }
    }

    private static let exactly: [@Sendable (String, String) -> Bool] = [
        { key($0) == key($1) },
        { key(SeatingWords.withoutTime($0)) == key($1) },
        { !joined($0).isEmpty && joined(SeatingWords.withoutTime($0)) == joined($1) },
    ]

    private static func fitting(_ sense: Sense, _ there: [String]) -> [String] {
        switch sense {
        case .any: return there
        case .outdoors:
            let called = there.filter { SeatingWish($0).senses == [.outdoors] }
            return called.isEmpty ? there.filter(SeatingWords.isOutdoors) : called
        case .indoors:
            let called = there.filter { SeatingWish($0).senses == [.indoors] }
            if !called.isEmpty { return called }
            let indoors = there.filter { !SeatingWords.isOutdoors($0) }
            let tables = indoors.filter(SeatingWords.isIndoorTable)
            return tables.isEmpty ? indoors : tables
        case .named(let words): return named(words, there)
        case .but(let wanted, let shunned):
            let out = shunned.flatMap { fitting($0, there) }
            // What is not there is avoided; what is not understood may be any of them.
            guard !out.isEmpty || shunned.allSatisfy(isUnderstood) else { return [] }
            return fitting(wanted, there).filter { !out.contains($0) }
        }
    }

    private static func isUnderstood(_ sense: Sense) -> Bool {
        guard case .named(let words) = sense else { return true }
        let name = words.joined(separator: " ")
        return SeatingWords.isOutdoors(name) || !SeatingWords.isIndoorTable(name)
    }

    private static func named(_ words: [String], _ there: [String]) -> [String] {
        guard !words.isEmpty else { return [] }
        let found = called(words, there)
        guard found.isEmpty, !words.contains(where: { SeatingWords.negations.contains($0) }) else { return found }
        // "The outside patio" is a patio that lies outside; "the main dining room" the dining room.
        let isInside = words.contains { SeatingWords.indoors.contains($0) }
        let isOutside = words.contains { SeatingWords.outdoors.contains($0) }
        let rest = words.filter {
            !SeatingWords.indoors.contains($0) && !SeatingWords.outdoors.contains($0) && $0 != "main"
        }
        guard !rest.isEmpty, rest != words, !(isInside && isOutside) else { return [] }
        return called(rest, there).filter { name in
            isInside ? !SeatingWords.isOutdoors(name) : !isOutside || SeatingWords.isOutdoors(name)
        }
    }

    /// Those whose names have the words, fitting in the closest way that any does.
    private static func called(_ words: [String], _ there: [String]) -> [String] {
        let core = SeatingWords.core(words)
        guard !core.isEmpty else { return [] }
        let fits: [([String]) -> Bool] = [
            { plain($0) == plain(words) },
            { plain($0) == plain(core) },
            { plain(SeatingWords.core($0)) == plain(core) && !$0.contains { ["table", "tables"].contains($0) } },
            { name in words.allSatisfy { word in name.contains { SeatingWords.isSame(word, $0) } } },
            { name in core.allSatisfy { word in name.contains { SeatingWords.isSame(word, $0) } } },
            { name in core.joined().count >= 4 && name.joined().contains(core.joined()) },
        ]
        for fit in fits {
            let found = there.filter { name in
                let all = FoldedName.words(of: name)
                return fit(SeatingWords.telling(all)) || fit(all)
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    private static func plain(_ words: [String]) -> String { words.map(SeatingWords.singular).joined() }

    private static func joined(_ text: String) -> String { FoldedName.words(of: text).joined() }

    /// Equal but for case and spaces at the ends.
    static func key(_ seating: String) -> String { CleanText.name(seating).lowercased() }
}
