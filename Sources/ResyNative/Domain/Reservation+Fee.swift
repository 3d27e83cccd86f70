extension Reservation {
    /// The list names an amount alone; the terms that were agreed to also knew the currency and whom it is for. Taken
    /// where both speak of the same amount.
    mutating func takeWordsOfFee(from ours: Reservation) {
        guard let listed = cancellationFee, let agreed = ours.cancellationFee, listed.amount == agreed.amount,
            listed.kind == agreed.kind
        else { return }
        let cutOff = listed.cutOff ?? agreed.cutOff
        cancellationFee = agreed
        cancellationFee?.cutOff = cutOff
    }
}
