@testable import ResyDomain

/// Something that reads bytes from outside.
struct Target: Sendable {
    let name: String
    /// Whether changes should keep to JSON.
    var isJSON = true
    /// Whether it reads several JSON texts, a line each.
    var isLines = false
    /// True where something was read out of the bytes. It may refuse; it must not crash, hang, or break its own promises.
    let decodes: @Sendable ([UInt8]) -> Bool

    static let all = AnswerTargets.all + TextTargets.all + JSONTargets.all + LineTargets.all

    static func named(_ name: String) -> Target? { all.first { $0.name == name } }
}
