internal import ResyDomain

/// What `cancellation.fee` says, in whatever shape it comes: an object, an amount, a text of one.
struct LateFee {
    /// With its tax, and the dearer where it is told twice; nil where that cannot be read.
    var amount: Amount?
    /// Before tax, where it is told.
    var net: Amount?
    /// As its text for display has it.
    var shown: Amount?
    /// The text names more than the numbers come to.
    var isShownDearer = false
    /// Its tax is in it.
    var hasTax = false
    /// No amount stands anywhere in it, in whatever form.
    var isBlank = false
    /// Its text for display, which may say more than an amount.
    var displayed: [String]
    /// Amounts beside it that nothing explains.
    var others: [Double]
    var cutOff: Instant?
    /// Whether there is such a fee, in Resy's own word. When it is due, its date says.
    var applies: Bool?

    /// All of it is zero: the word that there is none.
    var isNone: Bool { amount == .zero && others.isEmpty }

    init?(_ field: JSON?) {
        guard let field else { return nil }
        // A list of one is that one.
        let items = (try? field.items) ?? []
        let fee = items.count == 1 ? items[0] : field
        let display = fee.optional("display")
        let isObject = fee.kind == .object
        let stated = Price(isObject ? fee.optional("amount") : fee)
        let shown = Price(display?.optional("amount") ?? (display?.kind == .object ? nil : display))
        let tax = Price(fee.optional("tax"))
        net = stated.amount
        self.shown = shown.amount
        let text = display?.optional("amount") ?? (display?.kind == .object ? nil : display)
        displayed = (try? text?.words).map { CleanText.lines($0) } ?? []
        hasTax = tax.amount.map { !$0.isZero } ?? false
        if let base = net ?? self.shown, ![stated, shown, tax].contains(.unreadable) {
            let sum = base + (tax.amount ?? .zero)
            isShownDearer = (self.shown ?? .zero) > sum
            amount = max(sum, self.shown ?? .zero)
        }
        let explained = Set([net, self.shown, tax.amount, amount].compactMap(\.self))
        others = Figure.all(in: fee, due: .amount).map(\.amount).filter {
            Amount($0).map { !explained.contains($0) } ?? true
        }
        isBlank = isObject && others.isEmpty && [stated, shown, tax].allSatisfy { $0 == .absent }
        cutOff = (try? fee.optional("date_cut_off")?.string).flatMap { WireTime.instant($0) }
        applies = try? fee.optional("applies")?.flag
    }

    /// Nil where its words put it in another money than the `known` one, or where nothing says which it is in.
    func currency(_ known: String?, at place: String? = nil, in lines: [String]) -> String? {
        let amounts = Set([amount, net].compactMap(\.self))
        return ChargeWords.currency(of: amounts, in: displayed + lines, known: known, place: place)
    }

    /// Whom it is for, and whether a tax comes on top, in the restaurant's own words. The words may leave out the tax that
    /// the numbers have.
    func wording(in lines: [String], party: Int) -> ChargeWords.Wording {
        guard let amount else { return ChargeWords.Wording() }
        let amounts = Set([amount, net ?? amount])
        var wording = ChargeWords.wording(of: amounts, in: lines, party: party)
        let shown = ChargeWords.wording(of: amounts, in: displayed, party: party)
        if wording.basis == .unknown { wording.basis = shown.basis }
        wording.isBeforeTax = wording.isBeforeTax || shown.isBeforeTax
        if hasTax { wording.isBeforeTax = false }
        return wording
    }
}
