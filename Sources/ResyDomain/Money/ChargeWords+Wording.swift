/// How a restaurant's words tell one amount: whom it is for, and whether a tax comes on top.
extension ChargeWords {
    package struct Wording: Equatable, Sendable {
        package var basis = Charge.Basis.unknown
        /// `$30.00 + tax`: what the tax comes to is not stated.
        package var isBeforeTax = false

        package init(basis: Charge.Basis = .unknown, isBeforeTax: Bool = false) {
            self.basis = basis
            self.isBeforeTax = isBeforeTax
        }
    }

    /// Of the first of these amounts that the lines name. A basis belongs to the amount it stands behind, or before the
    /// first one of its sentence: `$30.00 + tax per guest`, `a per-person fee of $30`. Where the words name an amount for each
    /// guest that makes this one for the party, it is for the party. A tax that a sentence of its own puts on top is on top of
    /// all.
    package static func wording(of amounts: Set<Amount>, in lines: [String], party: Int) -> Wording {
        let sentences = lines.flatMap { self.sentences(of: $0).map { split($0.lowercased()) } }
        let told = sentences.flatMap { clauses(of: $0) }
        var wording = Wording(told.filter { amounts.contains($0.amount) })
        let shares = Set(amounts.compactMap { $0.shared(by: party) })
        let each = told.filter { $0.wording.basis == .guest && shares.contains($0.amount) }
        if !told.contains(where: { amounts.contains($0.amount) }), party > 1, !each.isEmpty {
            wording = Wording(basis: .party, isBeforeTax: each.contains(where: \.wording.isBeforeTax))
        }
        let isTaxApart = sentences.contains { words in
            !words.indices.contains { isAmount(at: $0, words) } && putsTaxOnTop(words[...])
        }
        wording.isBeforeTax = wording.isBeforeTax || isTaxApart
        return wording
    }

    /// An amount with what its sentence says of it.
    fileprivate struct Clause {
        var amount: Amount
        var wording: Wording
    }

    private static func clauses(of words: [Substring]) -> [Clause] {
        let places = words.indices.filter { isAmount(at: $0, words) }
        return places.enumerated().compactMap { order, place -> Clause? in
            guard let amount = amount(words[place]).flatMap({ Amount($0) }) else { return nil }
            let end = order + 1 < places.count ? places[order + 1] : words.endIndex
            let behind = words[(place + 1)..<end]
            let before = order == 0 ? words[..<place] : []
            let basis = basis(in: Array(behind)) ?? basis(in: Array(before)) ?? .unknown
            let isTaxBefore = before.suffix(4).contains { $0 == "before" } && putsTaxOnTop(before)
            return Clause(
                amount: amount, wording: Wording(basis: basis, isBeforeTax: putsTaxOnTop(behind) || isTaxBefore))
        }
    }

    /// Whom an amount is for; of several phrases one for a guest, which is the dearer.
    private static func basis(in words: [Substring]) -> Charge.Basis? {
        let said = words.indices.compactMap { basis(at: $0, in: words) }
        return said.contains(.guest) ? .guest : said.first
    }

    private static func basis(at index: Int, in words: [Substring]) -> Charge.Basis? {
        let rest = words[index...].dropFirst().drop { $0 == "-" || articles.contains($0) }
        switch words[index] {
        case "pp": return .guest
        case "each", "per", "every", "/", "par", "pro", "por":
            return unit(rest) ?? (words[index] == "each" ? .guest : nil)
        case "a", "an": return rest.first.map { guests.contains($0) } == true ? .guest : nil
        // `for the party`, and not `for a table of two`.
        case "for": return words[index...].dropFirst().first == "the" ? unit(rest) : nil
        default: return nil
        }
    }

    /// `guest`, `table`; `party member` is a guest, and a `table of two` is no whole party.
    private static func unit(_ words: ArraySlice<Substring>) -> Charge.Basis? {
        guard let first = words.first else { return nil }
        if guests.contains(first) { return .guest }
        guard parties.contains(first) else { return nil }
        let next = words.dropFirst().prefix(4).filter { !["'", "’", "s", "every", "each"].contains($0) }
        guard let second = next.first else { return .party }
        if guests.contains(second) || second.hasPrefix("member") { return .guest }
        return second == "of" ? nil : .party
    }

    private static func putsTaxOnTop(_ words: ArraySlice<Substring>) -> Bool {
        words.indices.contains { index in
            guard taxes.contains(words[index]) else { return false }
            let before = words[..<index].suffix(6)
            let after = words[index...].dropFirst().prefix(4)
            // Without its tax, as a merchant in France says it.
            if words[index] == "ht" { return true }
            let isInside = before.contains(where: inclusions.contains) || after.contains(where: inclusions.contains)
            let isDenied = before.contains(where: nots.contains) || after.contains(where: nots.contains)
            if isInside { return isDenied }
            return before.contains(where: additions.contains) || after.contains(where: extras.contains)
        }
    }

    private static let articles: Set<Substring> = ["the", "whole", "entire", "full"]
    private static let nots: Set<Substring> = ["not", "no", "nicht", "non"]
    private static let inclusions: Set<Substring> = [
        "including", "inclusive", "includes", "included", "incl", "include", "incluido", "incluidos", "inkl",
        "inklusive",
        "inclus", "comprise", "comprises", "ttc",
    ]
    private static let additions: Set<Substring> = [
        "plus", "+", "and", "&", "before", "excluding", "exclusive", "excl", "ex", "excludes", "exclude", "additional",
        "applicable", "subject", "zzgl", "zuzüglich", "hors", "más", "mas", "sin", "without", "pre",
    ]
    private static let extras: Set<Substring> = [
        "extra", "additional", "apply", "applies", "added", "excluded", "excl", "sus", "aparte",
    ]
}

extension ChargeWords.Wording {
    /// Where it is told more than once: for a guest, if any says so, which is the dearer.
    fileprivate init(_ clauses: [ChargeWords.Clause]) {
        let bases = clauses.map(\.wording.basis)
        basis = bases.contains(.guest) ? .guest : bases.contains(.party) ? .party : .unknown
        isBeforeTax = clauses.contains(where: \.wording.isBeforeTax)
    }
}
