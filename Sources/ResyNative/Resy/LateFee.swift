/// What `cancellation.fee` says, in whatever shape it comes: an object, an amount, a text of one.
struct LateFee {
    /// With its tax, and the dearer where it is told twice; nil where that cannot be read.
    var amount: Double?
    /// Before tax, where it is told.
    var net: Double?
    /// As its text for display has it.
    var shown: Double?
    /// The text names more than the numbers come to.
    var isShownDearer = false
    /// Amounts beside it that nothing explains.
    var others: [Double]
    var cutOff: Instant?
    /// Whether cancelling now would cost it, in Resy's own word.
    var applies: Bool?

    /// All of it is zero: the word that there is none.
    var isNone: Bool { amount == 0 && others.isEmpty }

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
        if let base = net ?? self.shown, ![stated, shown, tax].contains(.unreadable) {
            let sum = base + (tax.amount ?? 0)
            isShownDearer = (self.shown ?? 0) > sum
            amount = max(sum, self.shown ?? 0)
        }
        let explained = Set([net, self.shown, tax.amount, amount].compactMap { $0.flatMap(Fee.cents) })
        others = Figure.all(in: fee, at: "$", isMoney: true).map(\.amount).filter {
            Fee.cents($0).map { !explained.contains($0) } ?? true
        }
        cutOff = (try? fee.optional("date_cut_off")?.string).flatMap { WireTime.instant($0) }
        applies = try? fee.optional("applies")?.flag
    }
}
