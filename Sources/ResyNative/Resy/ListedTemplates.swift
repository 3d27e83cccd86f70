/// What the templates of an answer say of money, by their numbers.
struct ListedTemplates: Sendable {
    private var payments: [String: SlotPayment] = [:]
    private var isUnclear = false

    init(_ listed: JSON?) {
        isUnclear = listed?.isUnclear == true
        for (id, template) in listed?.members ?? [] where template.kind == .object || template.isUnclear {
            payments[id] = SlotPayment.decode(template)
        }
    }

    /// Nil where the slot's template is not among them, or says nothing of money.
    subscript(slot: FoundSlot) -> SlotPayment? {
        slot.templateID.flatMap { isUnclear ? .unclear : payments[$0] }
    }
}
