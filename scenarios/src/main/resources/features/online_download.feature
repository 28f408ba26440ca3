@keys
Feature: The master key comes online, under a public key of the host
  Without a card and without a visit: the host gives its public key, the pad a transport key under it, and the master
  key comes under that.

  Background:
    Given T1 starts unloaded
    And the host has opened a work order for T1

  Scenario: LITERAL, with RSA: the key comes, both ends have it, the terminal signs in and sells
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    And T1 shows "master key download done"
    And T1 has sent in this order:
      | message | fields    |
      | 0800    | F60.3 352 |
      | 0800    | F60.3 350 |
      | 0800    | F60.3 351 |
    And the master key of T1 equals the master key of T1 at the host
    And the work order for T1 is closed
    And no wire carries the master key in clear
    When the clerk signs in
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

  Scenario Outline: <mode>, with <algorithm>: the key comes and both ends have it
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the host follows the policy online.algorithm = <algorithm>
    And T1 follows the policy online.algorithm = <algorithm>
    And T1 follows the policy signInKeys = <code>
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    And the HSM has received UO once
    And the HSM has received UQ once
    And the HSM has received UM <seals>
    And the HSM has received UK <seals>
    And the master key of T1 equals the master key of T1 at the host
    And the master key of T1 at the host is ACTIVE
    And the work order for T1 is closed
    And no wire carries the master key in clear
    When the clerk signs in
    Then the sign-in is approved
    And the next 0800 from T1 has F60.3 <code>

    Examples:
      | mode     | algorithm | code | seals   |
      | LITERAL  | RSA       | 004  | 0 times |
      | HARDENED | RSA       | 004  | twice   |
      | LITERAL  | SM2       | 005  | 0 times |
      | HARDENED | SM2       | 006  | twice   |
