@line
Feature: A noisy telephone line slows a terminal down and does not deceive it

  Background:
    Given T4 starts loaded

  @H-07
  Scenario: Damaged frames are repeated
    Given the line of T4 has a bit error rate of 0.0004
    When the clerk of T4 signs in
    And the clerk of T4 signs in
    And the clerk of T4 signs in
    And the clerk of T4 signs in
    And the clerk of T4 signs in
    And the clerk of T4 signs in
    And the clerk of T4 signs in
    And the clerk of T4 signs in
    And the clerk of T4 signs in
    And the clerk of T4 signs in
    Then the 1st sign-in is approved
    And the 10th sign-in is approved
    And the line of T4 has repeated at least 1 frames

  @H-07
  Scenario: Too much noise is a trouble of communication
    Given the line of T4 has a bit error rate of 0.02
    When the clerk of T4 signs in
    Then T4 shows "no connection" with cause COMMUNICATION
    And T4 is loaded
