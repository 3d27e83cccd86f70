@testable import ResyDomain
import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// Every text that a fact is told in, for either reader, in a file: `UPDATE_EXPECT=1 swift test --filter VoiceTests`
/// rewrites them.
@Suite struct VoiceTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    @Test(arguments: ["model", "person"]) func speaks(name: String) throws {
        let voice = Voice(name == "model" ? .model : .person).at(Examples.moment.adding(-900))
        let file = Self.folder.appendingPathComponent("\(name).txt")
        let spoken = Self.spoken(voice)
        if ProcessInfo.processInfo.environment["UPDATE_EXPECT"] == "1" {
            try spoken.joined(separator: "\n").appending("\n").write(to: file, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        for (line, wanted) in zip(spoken, expected) { #expect(line == wanted) }
        #expect(spoken.count == expected.count)
    }

    /// A person is told of no tool and no argument of one.
    @Test func aPersonReadsNoTool() throws {
        let foreign = [
            "my_reservations", "store_resy_credentials", "the user", "call again", "Call again", "The argument",
            "restaurant_name", "special_requests", "confirmation_id", "confirm_token",
        ]
        for line in Self.spoken(.person) {
            #expect(!foreign.contains { line.contains($0) }, "\(line)")
        }
    }

    /// A model is not the diner, and has no terminal: what only a person does it asks the user for. A check-up is no model's.
    @Test func aModelIsNotTheDiner() {
        let foreign = [" your ", ": Your ", " you ", ": You ", ": Run `", ". Run `", " run it again"]
        for line in Self.spoken(.model) where !line.contains("checkUp.") && !line.contains("Did you mean") {
            #expect(!foreign.contains { line.contains($0) }, "\(line)")
        }
    }

    /// What is told of an open try invites to nothing that is not offered.
    @Test func whereNothingIsBookedNobodyIsToldToTryAgain() {
        let voice = Voice(.model, offersDeeds: false)
        for remark in Examples.list.map({ voice.text($0) }) where remark.contains("10 minutes") {
            #expect(!remark.contains("try again"), "\(remark)")
        }
    }

    /// What fails is told, and what to do, in whatever words.
    @Test(arguments: [Voice.model, .person]) func nothingThatFailsVanishes(voice: Voice) {
        for finding in Examples.findings { #expect(!voice.text(finding).isEmpty, "\(finding)") }
        for advice in Examples.advice { #expect(!voice.text(advice).isEmpty, "\(advice)") }
    }

    /// No case of a fact is left without an example.
    @Test func everyCaseIsAmongTheExamples() throws {
        var shown: Set<String> = []
        for example in Examples.all { Self.collect(example, &shown) }
        let missing = try SpeechCases.all().subtracting(shown).sorted()
        #expect(missing == [])
    }

    private static func spoken(_ voice: Voice) -> [String] {
        let lines =
            Examples.findings.map { "\(name($0)): \(voice.text($0))" }
            + Examples.advice.map { "advice.\(name($0)): \(voice.text($0))" }
            + Examples.remarks.map { "remark.\(name($0)): \(voice.text($0))" }
            + Examples.subjects.map { "subject.\(name($0)): \(voice.text($0))" }
            + Examples.readings.map { "reading.\(name($0)): \(voice.text($0))" }
            + Examples.steps.map { "step.\(name($0)): \(voice.text($0))" }
        // By this machine's zone.
        let moment = LocalTime.spoken(Examples.moment) ?? ""
        return lines.map { $0.replacing(moment, with: "<moment>").replacing("\n", with: "\\n") }
    }

    /// `signIn.wrongPassword`: the cases from the outside in, as far as they are enums.
    private static func name(_ value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .enum else { return "" }
        guard let child = mirror.children.first else { return "\(value)" }
        let label = child.label ?? ""
        let inner = Mirror(reflecting: child.value)
        let next: Any = inner.displayStyle == .tuple ? inner.children.first?.value ?? "" : child.value
        let rest = name(next)
        return rest.isEmpty ? label : "\(label).\(rest)"
    }

    private static func collect(_ value: Any, _ shown: inout Set<String>) {
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .enum {
            let type = String(reflecting: type(of: value)).split(separator: ".").dropFirst().joined(separator: ".")
            shown.insert("\(type).\(mirror.children.first?.label ?? "\(value)")")
        }
        for child in mirror.children { collect(child.value, &shown) }
    }
}
