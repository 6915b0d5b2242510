import { describe, expect, it } from 'vitest'
import { isNetworkFileSystem, mountOf } from '../../../db/lock.ts'

describe('network folders', () => {
  it.each([
    ['nfs', 0x6969, '', true], ['smb2 as a negative number', 0xfe534d42 | 0, '', true], ['cifs', 0xff534d42, '', true], ['ceph', 0x00c36400, '', true],
    ['sshfs', 0x65735546, 'fuse.sshfs', true], ['a shared folder of a virtual machine', 0x01021997, '9p', true],
    ['ext4', 0xef53, 'ext4', false], ['btrfs', 0x9123683e, 'btrfs', false], ['tmpfs', 0x01021994, 'tmpfs', false], ['ntfs by fuse, a local disk', 0x65735546, 'fuseblk', false],
  ])('%s', (_, type, name, network) => {
    expect(isNetworkFileSystem(type, name)).toBe(network)
  })

  it('finds the file system of a path by its longest mount', () => {
    const mounts = 'root / ext4 rw 0 0\nserver:/x /data nfs4 rw 0 0\n/dev/sdb /data/local\\040disk ext4 rw 0 0\n'
    expect(mountOf(mounts, '/home/desk')).toBe('ext4')
    expect(mountOf(mounts, '/data/lantai')).toBe('nfs4')
    expect(mountOf(mounts, '/database')).toBe('ext4')
    expect(mountOf(mounts, '/data/local disk/lantai')).toBe('ext4')
  })
})
