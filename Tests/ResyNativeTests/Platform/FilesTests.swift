@testable import ResyDomain
import Foundation
import Testing

@testable import ResyNative

@Suite struct FilesTests {
    @Test func replacingLeavesTheNewBytesAndNoDraft() throws {
        let folder = try TempFolder()
        let path = folder.path + "/a"
        try Files.replace(path, with: [1, 2, 3])
        try Files.replace(path, with: [4])
        #expect(try Files.read(path) == [4])
        #expect(try folder.mode(path) == 0o600)
        #expect(try Files.names(in: folder.path).filter { !$0.hasPrefix(".") } == ["a"])
    }

    @Test func theFirstOfManyCreatorsWins() async throws {
        let folder = try TempFolder()
        let path = folder.path + "/key"
        let winners = try await withThrowingTaskGroup(of: UInt8?.self) { group in
            for number in UInt8(0)..<32 {
                group.addTask { try Files.create(path, with: [number]) ? number : nil }
            }
            return try await group.reduce(into: [UInt8]()) { found, number in if let number { found.append(number) } }
        }
        #expect(winners.count == 1)
        #expect(try Files.read(path) == winners)
        #expect(try Files.names(in: folder.path).filter { !$0.hasPrefix(".") } == ["key"])
    }

    @Test func aLinkIsNotRead() throws {
        let folder = try TempFolder()
        try folder.write("x", to: folder.path + "/real")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path + "/real")
        let fault = #expect(throws: FileFault.self) { try Files.read(folder.path + "/link") }
        #expect(fault?.kind == .notPlain)
    }

    @Test func foldersAreMadeForTheirOwnerAlone() throws {
        let folder = try TempFolder()
        try Files.makeFolder(folder.path + "/a/b")
        #expect(try folder.mode(folder.path + "/a") == 0o700)
        #expect(try folder.mode(folder.path + "/a/b") == 0o700)
    }

    @Test func aFaultNamesThePathAndTheReason() throws {
        let folder = try TempFolder()
        let path = folder.path + "/absent/a"
        let fault = #expect(throws: FileFault.self) { try Files.replace(path, with: []) }
        #expect(fault?.kind == .absent)
        #expect(fault?.explained().message.contains(path) == true)
    }
}
