@testable import ResyDomain
import Foundation
import Glibc
import Testing

@testable import ResyNative

@Suite struct BrowserFolderTests {
    private let folder: TempFolder

    init() throws { folder = try TempFolder() }

    private func leftover(_ name: String, locked: Bool = true) throws -> String {
        let path = folder.path + "/" + BrowserFolder.prefix + name
        try FileManager.default.createDirectory(atPath: path + "/home/profile", withIntermediateDirectories: true)
        try folder.write("x", to: path + "/home/profile/Cookies")
        if locked { try folder.write("", to: path + "/lock") }
        return path
    }

    /// A number that no process has.
    private func deadNumber() throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/true")
        try process.run()
        process.waitUntilExit()
        return process.processIdentifier
    }

    @Test func itIsItsOwnersAlone() throws {
        let made = try BrowserFolder(in: folder.path)
        #expect(try folder.mode(made.paths.root) == 0o700)
        #expect(try folder.mode(made.paths.profile) == 0o700)
        #expect(made.remove())
        #expect(Chromium.folders(in: folder) == [])
    }

    @Test func whatACrashLeftIsSwept() throws {
        let paths = [try leftover("\(getpid())-a"), try leftover("\(try deadNumber())-b", locked: false)]
        BrowserFolder.sweep(folder.path)
        for path in paths { #expect(!FileManager.default.fileExists(atPath: path)) }
    }

    @Test func whatIsInUseIsSpared() throws {
        let made = try BrowserFolder(in: folder.path)
        let justMade = try leftover("\(getpid())-c", locked: false)
        let foreign = folder.path + "/resy-else"
        try FileManager.default.createDirectory(atPath: foreign, withIntermediateDirectories: false)
        BrowserFolder.sweep(folder.path)
        for path in [made.paths.profile, justMade, foreign] { #expect(FileManager.default.fileExists(atPath: path)) }
    }

    @Test func aLinkIsNeverFollowed() throws {
        let kept = folder.path + "/kept"
        try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: false)
        try folder.write("x", to: kept + "/a")
        let inside = try leftover("1-d")
        try FileManager.default.createSymbolicLink(atPath: inside + "/link", withDestinationPath: kept)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/" + BrowserFolder.prefix + "1-e", withDestinationPath: kept)
        BrowserFolder.sweep(folder.path)
        #expect(!FileManager.default.fileExists(atPath: inside))
        #expect(FileManager.default.fileExists(atPath: kept + "/a"))
    }
}
