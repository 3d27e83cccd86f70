internal import ResyDomain

extension ConsentPolicy {
    init(_ settings: Settings) {
        let mode: Mode =
            switch settings.confirm {
            case .always: .always
            case .fees: .fees
            case .never: .never
            }
        self.init(mode: mode, largestFee: settings.largestFee, longestCutOff: settings.longestCutOff)
    }
}
