/// Which of the user's own limits kept something from being done unasked.
extension [Remark] {
    /// More money is at stake than may be agreed to unasked.
    package var isOverMaxFee: Bool {
        contains { remark in
            switch remark {
            case .booking(.overLimit), .changing(.overLimit): true
            default: false
            }
        }
    }

    /// It is not free to cancel for as long as the user wants unasked.
    package var closesEarly: Bool { contains(where: \.isOfEarlyEnd) }
}

extension Remark {
    package var isOfEarlyEnd: Bool { if case .booking(.closesEarly) = self { true } else { false } }
}
