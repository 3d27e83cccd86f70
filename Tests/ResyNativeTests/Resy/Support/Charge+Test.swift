@testable import ResyDomain
@testable import ResyNative

extension Charge {
    /// As a test would say it: an amount that is no price is not stated.
    static func stated(
        _ kind: Kind, _ amount: Double?, _ currency: String?, _ basis: Basis, cutOff: Instant? = nil,
        from source: Source = .tables
    ) -> Charge {
        Charge(kind, amount.flatMap { Amount($0) }, currency, basis, cutOff: cutOff, from: source)
    }
}

extension Amount: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    public init(floatLiteral value: Double) { self = Amount(value)! }
    public init(integerLiteral value: Int) { self = Amount(Double(value))! }
}
