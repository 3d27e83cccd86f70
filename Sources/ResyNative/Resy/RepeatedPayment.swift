internal import ResyDomain

/// The money part of the slot before: those of one room have the same one, which is read once.
final class RepeatedPayment: Sendable {
    private let last = Lock<(part: JSON, payment: SlotPayment?)?>(nil)

    func decode(_ part: JSON?) -> SlotPayment? {
        guard let part else { return SlotPayment.decode(nil) }
        return last.withLock { last in
            if let last, last.part.isIdentical(to: part) { return last.payment }
            let payment = SlotPayment.decode(part)
            last = (part, payment)
            return payment
        }
    }
}
